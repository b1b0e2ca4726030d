package nl.leerspoor.query.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.platform.http.HttpProblem;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.proof.Hash;
import nl.leerspoor.platform.proof.Tile;
import nl.leerspoor.platform.proof.Tile.Place;
import nl.leerspoor.query.proof.Proofs.Inclusion;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Revalidation;
import nl.leerspoor.query.question.Scope;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * What proves the log over HTTP: signed checkpoints, tiles, and proofs that are worked out for who has no tiles. The
 * addresses of checkpoint and tiles are those of c2sp.org/tlog-tiles, with {@code /v1/proof} as prefix.
 */
@RestController
@RequestMapping("/v1/proof")
@Tag(name = "proof")
class ProofApi {

    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final Duration FOR_EVER = Duration.ofDays(365);

    /** The sizes between which a tree grew, as they come. */
    record Growth(
            @Parameter(
                    description = "Grootte van de kleinste van de twee bomen",
                    required = true,
                    example = "0",
                    schema = @Schema(type = "integer", format = "int64", minimum = "0"))
            String from,

            @Parameter(
                    description = "Grootte van de grootste; zonder deze die van het nieuwste ijkpunt",
                    example = "0",
                    schema = @Schema(type = "integer", format = "int64", minimum = "0"))
            String to) {}

    /** That an event is in the log. */
    @Schema(name = "InclusionProof", description = "Bewijs dat een gebeurtenis in het verzegelde logboek staat")
    record InclusionAnswer(
            UUID eventId,

            @Schema(description = "Plaats in volgorde van vastlegging")
            long position,

            @Schema(description = "Plaats tussen de bladeren van de boom, vanaf 0")
            long index,

            @Schema(description = "Hash van de gebeurtenis, in base64")
            String leaf,

            @Schema(description = "Grootte van de boom van het ijkpunt")
            long size,

            @Schema(description = "Hashes van onder naar boven, in base64 (RFC 9162, 2.1.3)")
            List<String> path,

            @Schema(
                    description =
                            "Wanneer het eerste ijkpunt met deze gebeurtenis ondertekend is, volgens de klok van wie"
                                    + " verzegelde")
            Instant sealedAt,

            @Schema(
                    description =
                            "Wanneer een getuige voor het eerst een ijkpunt met deze gebeurtenis medeondertekende",
                    nullable = true)
            Instant witnessedAt,

            @Schema(description = "Het nieuwste ijkpunt, ondertekend")
            String checkpoint) {}

    /** That a log grew out of a smaller one. */
    @Schema(name = "ConsistencyProof", description = "Bewijs dat het logboek alleen gegroeid is")
    record ConsistencyAnswer(
            @Schema(description = "Grootte van de kleinste boom")
            long from,

            @Schema(description = "Grootte van de grootste boom")
            long to,

            @Schema(description = "Hashes, in base64 (RFC 9162, 2.1.4)")
            List<String> path) {}

    private final Proofs proofs;
    private final Cosignatures cosignatures;

    ProofApi(Proofs proofs, Cosignatures cosignatures) {
        this.proofs = proofs;
        this.cosignatures = cosignatures;
    }

    @GetMapping(path = "/checkpoint", produces = TEXT)
    @Operation(
            operationId = "getCheckpoint",
            summary = "Het nieuwste ijkpunt: hoe groot het logboek was, ondertekend",
            description = "Een note volgens c2sp.org/tlog-checkpoint, met wat getuigen er volgens"
                    + " c2sp.org/tlog-cosignature onder zetten. Zij komen later dan het ijkpunt: wie hun handtekening wil,"
                    + " vraagt het nieuwste dat er een heeft.")
    ResponseEntity<String> checkpoint(
            @Parameter(
                            description = "Alleen het nieuwste waar een getuige onder staat",
                            schema = @Schema(type = "boolean", defaultValue = "false"))
                    @RequestParam(defaultValue = "false")
                    boolean cosigned,
            ServletWebRequest request) {
        String note =
                cosigned ? cosignatures.newest().orElseThrow(ProofApi::unknown) : cosignatures.with(proofs.newest());
        return Revalidation.answer(
                request, "\"" + Hash.leaf(note.getBytes(UTF_8)) + "\"", HttpHeaders.EMPTY, () -> note);
    }

    @PostMapping(path = "/cosignatures", consumes = MediaType.TEXT_PLAIN_VALUE, produces = TEXT)
    @Operation(
            operationId = "addCosignature",
            summary = "Zet de handtekening van een getuige onder een ijkpunt",
            description = "Het ijkpunt met de regels van getuigen (c2sp.org/tlog-cosignature, Ed25519). Elke wordt"
                    + " gecontroleerd voor zij bewaard wordt; van anderen dan bekende getuigen wordt niets bewaard. Nog eens"
                    + " dezelfde verandert niets.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.TEXT_PLAIN_VALUE,
                                            schema = @Schema(type = "string", maxLength = 100_000))))
    String cosign(HttpServletRequest request) throws IOException {
        return cosignatures.keep(new String(request.getInputStream().readAllBytes(), UTF_8));
    }

    @GetMapping(path = "/key", produces = TEXT)
    @Operation(
            operationId = "getProofKeys",
            summary = "De openbare sleutels van ijkpunten, de nieuwste eerst",
            description = "Wie niemand hoeft te geloven, vraagt de sleutel langs een andere weg.")
    String keys() {
        return String.join("\n", proofs.keys()) + "\n";
    }

    @GetMapping(path = "/tile/{level}/{*index}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            operationId = "getProofTile",
            summary = "Een tegel van de boom: tot 256 hashes naast elkaar",
            description = "Adressen en inhoud volgens c2sp.org/tlog-tiles, zoals `0/x001/234` en `0/x001/235.p/17`.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "De hashes, elk van 32 bytes",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<byte[]> tile(
            @Parameter(description = "Niveau, 0 is dat van de gebeurtenissen", example = "0") @PathVariable
                    String level,
            @Parameter(description = "Nummer en breedte van de tegel", example = "000.p/1") @PathVariable String index,
            ServletWebRequest request,
            HttpServletResponse response) {
        Place place = Place.parse(level + index).orElseThrow(ProofApi::unknown);
        Tile tile = proofs.tile(place).orElseThrow(ProofApi::unknown);
        // in place of what every other answer says, that nobody may keep it
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(FOR_EVER).cachePrivate().immutable().getHeaderValue());
        return Revalidation.answer(request, "\"" + Hash.leaf(tile.bytes()) + "\"", HttpHeaders.EMPTY, tile::bytes);
    }

    @GetMapping("/inclusion/{eventId}")
    @Operation(
            operationId = "proveInclusion",
            summary = "Bewijst dat een gebeurtenis in het verzegelde logboek staat",
            description = "Kort na vastlegging is zij nog niet verzegeld: dan volgt 503, en even later het bewijs.")
    ResponseEntity<InclusionAnswer> inclusion(@PathVariable UUID eventId, ServletWebRequest request) {
        Inclusion found = proofs.inclusion(eventId).orElseThrow(ProofApi::unknown);
        return Revalidation.answer(
                request,
                "\"%d-%d-%d\""
                        .formatted(
                                found.position(),
                                found.proof().size(),
                                found.witnessedAt().map(Instant::getEpochSecond).orElse(0L)),
                HttpHeaders.EMPTY,
                () -> new InclusionAnswer(
                        eventId,
                        found.position(),
                        found.proof().index(),
                        found.leaf().base64(),
                        found.proof().size(),
                        texts(found.proof().path()),
                        found.sealedAt(),
                        found.witnessedAt().orElse(null),
                        found.checkpoint().note()));
    }

    @GetMapping("/consistency")
    @Operation(
            operationId = "proveConsistency",
            summary = "Bewijst dat het logboek van de ene grootte naar de andere alleen gegroeid is")
    ResponseEntity<ConsistencyAnswer> consistency(@ParameterObject Growth asked, ServletWebRequest request) {
        var reading = new Reading();
        long newest = proofs.newest().size();
        long from = reading.requiredSize("from", asked.from()).orElse(0L);
        long to = reading.size("to", asked.to()).orElse(newest);
        if (to > newest) {
            reading.refuse(InputFault.OUT_OF_RANGE.in("to"));
        } else if (from > to) {
            reading.refuse(InputFault.OUT_OF_RANGE.in("from"));
        }
        reading.check();
        return Revalidation.answer(
                request,
                "\"%d-%d\"".formatted(from, to),
                HttpHeaders.EMPTY,
                () -> new ConsistencyAnswer(
                        from, to, texts(proofs.consistency(from, to).path())));
    }

    @GetMapping(path = "/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            operationId = "exportLog",
            summary = "Het hele logboek, om elders na te rekenen",
            description = "Alle kolommen van alle gebeurtenissen, met ijkpunten en tegels; de bewijspagina van de"
                    + " documentatie beschrijft de regels en het programma dat ze controleert. Eén tegelijk.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Op iedere regel een JSON-tekst",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema = @Schema(type = "string"))))
    void export(Scope scope, HttpServletResponse response) {
        if (!scope.regions().containsAll(proofs.regions())) {
            throw unknown();
        }
        proofs.export(response);
    }

    private static List<String> texts(List<Hash> path) {
        return path.stream().map(Hash::base64).toList();
    }

    private static ProblemException unknown() {
        return new ProblemException(HttpProblem.NOT_FOUND.problem());
    }
}
