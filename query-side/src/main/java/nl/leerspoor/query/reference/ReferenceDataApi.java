package nl.leerspoor.query.reference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.query.question.ListMapping;
import nl.leerspoor.query.question.Lists;
import nl.leerspoor.query.question.Reading;
import nl.leerspoor.query.question.Revalidation;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Reference data over HTTP: which codes could be used on a day, and what they mean (rule B37). */
@RestController
@Tag(name = "reference-data", description = "Referentiegegevens")
class ReferenceDataApi {

    private static final List<String> LISTS =
            Arrays.stream(CodeList.values()).map(CodeList::listName).toList();

    /** The parameters, as they come. */
    record Asked(
            @Parameter(
                    description = "Peildatum: de codes die dan gebruikt mogen worden. Vandaag als zij ontbreekt.",
                    example = "2020-11-01",
                    schema = @Schema(format = "date"))
            String validOn,

            @Parameter(
                    description = "Lijsten, met komma's ertussen. Alle als zij ontbreekt.",
                    example = "sectors,crebos")
            String lists) {}

    /** A code and what it means. */
    @Schema(name = "ReferenceCode")
    record Code(
            @Schema(example = "25251") String code,

            @Schema(example = "Assistent dienstverlening en zorg")
            String dutch,

            @Schema(example = "Assistant services and care") String english,
            LocalDate validFrom,

            @Schema(description = "Laatste dag; leeg als de code in gebruik is", nullable = true)
            LocalDate validTo,

            @Schema(description = "Wat de lijst verder zegt, zoals de sector van een crebo")
            Map<String, String> attributes) {

        private static Code of(CodeList.Entry entry) {
            return new Code(
                    entry.code(),
                    entry.dutch(),
                    entry.english(),
                    entry.validFrom(),
                    entry.validTo(),
                    entry.attributes());
        }
    }

    /** A list of codes. */
    @Schema(name = "ReferenceList")
    record Codes(@Schema(example = "crebos") String list, List<Code> codes) {}

    /** The lists of a day. */
    @Schema(name = "ReferenceData")
    record Answer(LocalDate validOn, List<Codes> items) {}

    /** A line of a file. */
    record Line(
            String list,
            String code,
            String dutch,
            String english,
            LocalDate validFrom,
            LocalDate validTo,
            Map<String, String> attributes) {

        private static Stream<Line> of(Codes codes) {
            return codes.codes().stream()
                    .map(code -> new Line(
                            codes.list(),
                            code.code(),
                            code.dutch(),
                            code.english(),
                            code.validFrom(),
                            code.validTo(),
                            code.attributes()));
        }
    }

    private final Lists lists;
    private final Clock clock;

    ReferenceDataApi(Lists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    @ListMapping("/v1/reference-data")
    @Operation(operationId = "getReferenceData", summary = "Codelijsten zoals zij op een peildatum gelden")
    ResponseEntity<Answer> referenceData(@ParameterObject Asked asked, ServletWebRequest request) {
        var reading = new Reading();
        LocalDate day = reading.twoClocks(asked.validOn(), null, clock).validOn();
        var wanted = reading.someOf("lists", asked.lists(), LISTS);
        reading.check();
        List<Codes> codes = Arrays.stream(CodeList.values())
                .filter(list -> wanted.isEmpty() || wanted.get().contains(list.listName()))
                .map(list -> new Codes(list.listName(), codes(list, day)))
                .toList();
        if (lists.isFile(request)) {
            lists.send(
                    request, "reference-data", day, Line.class, codes.stream().flatMap(Line::of));
            return null;
        }
        return Revalidation.answer(
                request,
                Revalidation.weakTag(0, day, wanted.map(TreeSet::new)),
                HttpHeaders.EMPTY,
                () -> new Answer(day, codes));
    }

    private static List<Code> codes(CodeList list, LocalDate day) {
        return list.entries().stream()
                .filter(entry -> entry.isValidOn(day))
                .map(Code::of)
                .toList();
    }
}
