package nl.leerspoor.query.stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.leerspoor.platform.http.Page;
import nl.leerspoor.platform.http.Paging;
import nl.leerspoor.query.question.Described;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Revalidation;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.stream.Receiver.Kind;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Who is told of events, and how far each is, for those who run the program. */
@RestController
@Tag(name = "events")
class ReceiversApi {

    private static final Comparator<Item> BY_KIND =
            Comparator.comparing(Item::kind).thenComparing(Item::client).thenComparing(Item::name);

    /** The parameters, as they come. */
    record Asked(
            @Parameter(description = Described.CURSOR) String cursor,

            @Parameter(
                    description = Described.LIMIT,
                    schema =
                            @Schema(
                                    type = "integer",
                                    format = "int32",
                                    minimum = "1",
                                    maximum = "200",
                                    defaultValue = "50"))
            String limit) {}

    /** How far it is behind. */
    @Schema(name = "ReceiverLag", description = "Hoe ver het achterloopt")
    record Lag(
            @Schema(description = "Gebeurtenissen in de administratie die nog niet gepasseerd zijn", example = "12")
            long events,

            @Schema(description = "Hoeveel seconden de oudste daarvan al wacht", example = "3")
            long seconds) {}

    /** One of them. */
    @Schema(name = "Receiver", description = "Wie gebeurtenissen ontvangt, en hoe")
    record Item(
            @Schema(description = "`STREAM` is een open verbinding met de node die antwoordt")
            Kind kind,

            @Schema(description = "De client; leeg bij wat deze installatie zelf doet", example = "koppeling-crm")
            String client,

            @Schema(
                    description = "Hoe de client het noemt; bij een verbinding de node en een nummer",
                    example = "kopie/0")
            String name,

            @Schema(example = "1319") long position,

            Lag lag,

            @Schema(
                    description = "Wanneer er iets van vernomen is; bij een verbinding sinds wanneer zij er is",
                    nullable = true)
            Instant seenAt,

            @Schema(description = "Dingen waarover niets gemeld kon worden", example = "0")
            long parked,

            @Schema(description = "Soort van de fout die melden tegenhoudt", nullable = true)
            String trouble) {

        private static Item of(Receiver receiver, Instant now) {
            return new Item(
                    receiver.kind(),
                    receiver.client(),
                    receiver.name(),
                    receiver.position(),
                    new Lag(receiver.behind(), receiver.lag(now).toSeconds()),
                    receiver.seenAt().orElse(null),
                    receiver.parked(),
                    receiver.trouble().orElse(null));
        }

        private String[] key() {
            return new String[] {kind.name(), client, name};
        }

        private static Item at(List<String> key) {
            return new Item(Kind.valueOf(key.get(0)), key.get(1), key.get(2), 0, new Lag(0, 0), null, 0, null);
        }
    }

    /** A page of them. */
    @Schema(name = "Receivers", description = "Een bladzijde ontvangers, op soort, client en naam")
    record Answer(List<Item> items) {}

    private final List<Receivers> sources;
    private final Clock clock;

    ReceiversApi(List<Receivers> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    @GetMapping("/v1/receivers")
    @Operation(
            operationId = "listReceivers",
            summary = "Wie gebeurtenissen ontvangt, op welke wijze, en hoe ver elk is")
    ResponseEntity<Answer> list(Scope scope, @ParameterObject Asked asked, ServletWebRequest request) {
        var reading = new Reading();
        Paging paging = reading.paging(asked.cursor(), asked.limit());
        reading.check();
        Page<Item> page = paging.page(read(paging), Item::key);
        var headers = new HttpHeaders();
        page.link(request.getRequest()).ifPresent(link -> headers.set(HttpHeaders.LINK, link));
        var answer = new Answer(page.items());
        return Revalidation.answer(request, Revalidation.weakTag(page.items().size(), answer), headers, () -> answer);
    }

    private List<Item> read(Paging paging) {
        Instant now = clock.instant();
        Comparator<Item> order = paging.isBackwards() ? BY_KIND.reversed() : BY_KIND;
        Optional<Item> from = paging.key(3, Item::at);
        return sources.stream()
                .flatMap(source -> source.receivers().stream())
                .map(receiver -> Item.of(receiver, now))
                .filter(item -> from.isEmpty() || order.compare(item, from.get()) > 0)
                .sorted(order)
                .limit(paging.rows())
                .toList();
    }
}
