package nl.leerspoor.command.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.leerspoor.command.Code;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.CompanyNumber;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.platform.http.InputError;
import nl.leerspoor.platform.http.Problem;
import nl.leerspoor.platform.http.ProblemException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command is read strictly, and everything that is wrong with it is told at once. */
class ReadCommandTest {

    /** A command with a component of every kind that commands have. */
    record Record(
            UUID thingId,
            @NotNull LocalDate effectiveOn,
            @NotNull @Size(max = 40) String reference,
            @Min(1) @Max(60) int hours,
            @Min(-1000) @Max(1000) Integer minutes,
            @Max(60) BigDecimal weight,
            boolean certain,
            Boolean paid,
            @Code(CodeList.SECTORS) String sector,
            @Code(CodeList.SECTORS) List<@NotNull String> sectors,
            @Pattern(regexp = "DAY|MONTH") String precision,
            @CompanyNumber String companyNumber,
            List<@Valid Line> lines,
            List<@NotNull UUID> members)
            implements Command {

        @Override
        public UUID target() {
            return thingId;
        }
    }

    record Line(@NotNull @Size(max = 5) String code, @Min(0) int count) {}

    record Begin(
            UUID thingId,
            @NotNull LocalDate effectiveOn,
            @NotNull String region) implements Command.Creation {

        @Override
        public UUID target() {
            return thingId;
        }
    }

    private static final UUID THING = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    private static final String VALID =
            "\"effectiveOn\":\"2020-03-16\",\"reference\":\"K009\",\"hours\":8,\"certain\":true";
    private static final String BSN = "123456782";

    private final CommandReader reader =
            new CommandReader(Validation.buildDefaultValidatorFactory().getValidator());

    private Record read(String json) {
        return reader.read(Record.class, json.getBytes(StandardCharsets.UTF_8), THING);
    }

    private Problem problem(String json) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> read(json));
        assertThat(refused).as(json).isNotNull();
        return refused.problem();
    }

    /** The code of every fault, by its place. */
    private Map<String, String> faults(String json) {
        Map<String, String> faults = new TreeMap<>();
        for (InputError error : problem(json).errors()) {
            assertThat(faults.put(error.pointer(), error.code()))
                    .as("one fault at a place")
                    .isNull();
        }
        return faults;
    }

    private Map<String, String> faultsWith(String member) {
        return faults("{" + VALID + "," + member + "}");
    }

    @Nested
    class Values {

        @Test
        void everyMemberFindsItsComponent() {
            Record record = read("{" + VALID + """
                    ,"minutes":-15,"weight":1.50,"paid":false,"sector":"LOG","sectors":["LOG","DZ"],"precision":"DAY",
                    "companyNumber":"123456782","lines":[{"code":"a","count":2}],
                    "members":["0190a000-0000-7000-8000-000000000002"]}""");

            assertThat(record)
                    .isEqualTo(new Record(
                            THING,
                            LocalDate.of(2020, 3, 16),
                            "K009",
                            8,
                            -15,
                            new BigDecimal("1.50"),
                            true,
                            false,
                            "LOG",
                            List.of("LOG", "DZ"),
                            "DAY",
                            BSN,
                            List.of(new Line("a", 2)),
                            List.of(UUID.fromString("0190a000-0000-7000-8000-000000000002"))));
        }

        @Test
        void aMemberThatMayBeLeftOutMayBeNullToo() {
            assertThat(read("{" + VALID + ",\"sector\":null}").sector()).isNull();
        }

        @Test
        void textsMayHaveAccentsAndEmoji() {
            assertThat(
                            read("{\"effectiveOn\":\"2020-03-16\",\"reference\":\"Café \uD83D\uDE9A\",\"hours\":8,\"certain\":true}")
                                    .reference())
                    .isEqualTo("Café \uD83D\uDE9A");
        }
    }

    @Nested
    class AllAtOnce {

        @Test
        void faultsOfEveryKindAndDepthAreToldTogether() {
            assertThat(faults("""
                            {"effectiveOn":"16-03-2020","hours":"8","minutes":1001,"weight":"2","certain":1,
                             "sector":"XX","sectors":["LOG","XX",null,3],"precision":"WEEK","surprise":true,
                             "lines":[{"code":"a","count":2},{"code":"abcdef","count":2.5,"extra":1},7],
                             "members":["x"]}"""))
                    .isEqualTo(new TreeMap<>(Map.ofEntries(
                            Map.entry("#/effectiveOn", "INVALID_DATE"),
                            Map.entry("#/reference", "REQUIRED"),
                            Map.entry("#/hours", "WRONG_TYPE"),
                            Map.entry("#/minutes", "OUT_OF_RANGE"),
                            Map.entry("#/weight", "WRONG_TYPE"),
                            Map.entry("#/certain", "WRONG_TYPE"),
                            Map.entry("#/sector", "UNKNOWN_CODE"),
                            Map.entry("#/sectors/1", "UNKNOWN_CODE"),
                            Map.entry("#/sectors/2", "REQUIRED"),
                            Map.entry("#/sectors/3", "WRONG_TYPE"),
                            Map.entry("#/precision", "INVALID_VALUE"),
                            Map.entry("#/surprise", "UNKNOWN_FIELD"),
                            Map.entry("#/lines/1/code", "WRONG_SIZE"),
                            Map.entry("#/lines/1/count", "WRONG_TYPE"),
                            Map.entry("#/lines/1/extra", "UNKNOWN_FIELD"),
                            Map.entry("#/lines/2", "NOT_AN_OBJECT"),
                            Map.entry("#/members/0", "INVALID_ID"))));
        }

        @Test
        void theWordsAreDutchAndEnglishAndSayWhatWouldBeRight() {
            Problem problem = problem("{" + VALID + ",\"minutes\":1001,\"precision\":\"WEEK\"}");

            assertThat(problem.errors().stream().map(error -> error.detail().dutch()))
                    .containsExactly("Hoogstens 1000.", "Kies uit DAY, MONTH.");
            assertThat(problem.errors().stream().map(error -> error.detail().english()))
                    .containsExactly("At most 1000.", "Choose from DAY, MONTH.");
            assertThat(problem.detail().dutch()).isEqualTo("2 fouten: #/minutes, #/precision.");
        }
    }

    @Nested
    class Types {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"minutes\":\"3\"",
                    "\"minutes\":3.0",
                    "\"minutes\":true",
                    "\"minutes\":[3]",
                    "\"minutes\":{}"
                })
        void aWholeNumberIsNothingElse(String member) {
            assertThat(faultsWith(member)).containsExactly(Map.entry("#/minutes", "WRONG_TYPE"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"99999999999", "-99999999999", "1001"})
        void aWholeNumberHasItsLimits(String number) {
            assertThat(faultsWith("\"minutes\":" + number)).containsExactly(Map.entry("#/minutes", "OUT_OF_RANGE"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"1e999999999", "1e-999999999", "61"})
        void aNumberHasItsLimits(String number) {
            assertThat(faultsWith("\"weight\":" + number)).containsExactly(Map.entry("#/weight", "OUT_OF_RANGE"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"true\"", "1", "\"\"", "[]"})
        void trueAndFalseAreNothingElse(String value) {
            assertThat(faultsWith("\"paid\":" + value)).containsExactly(Map.entry("#/paid", "WRONG_TYPE"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"5", "true", "[]", "{}", "1.5"})
        void aTextIsNothingElse(String value) {
            assertThat(faultsWith("\"sector\":" + value)).containsExactly(Map.entry("#/sector", "WRONG_TYPE"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"LOG\"", "{\"0\":\"LOG\"}", "1"})
        void aListIsNothingElse(String value) {
            assertThat(faultsWith("\"sectors\":" + value)).containsExactly(Map.entry("#/sectors", "WRONG_TYPE"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"hours", "certain"})
        void aValueWithoutADefaultMustBeThere(String name) {
            String without = ("{" + VALID + "}")
                    .replaceAll("\"" + name + "\":[^,}]+,?", "")
                    .replace(",}", "}");

            assertThat(faults(without)).containsExactly(Map.entry("#/" + name, "REQUIRED"));
        }
    }

    @Nested
    class Dates {

        @ParameterizedTest
        @CsvSource({
            "2020-02-30,INVALID_DATE",
            "2021-02-29,INVALID_DATE",
            "2020-3-16,INVALID_DATE",
            "20200316,INVALID_DATE",
            "16-03-2020,INVALID_DATE",
            "2020-03-16T00:00:00Z,INVALID_DATE",
            "+2020-03-16,INVALID_DATE",
            "+12020-03-16,INVALID_DATE",
            "-2020-03-16,INVALID_DATE",
            "' 2020-03-16',INVALID_DATE",
            "2020-W12-1,INVALID_DATE",
            "tomorrow,INVALID_DATE",
            "'',INVALID_DATE",
            "0000-01-01,OUT_OF_RANGE",
            "9999-12-31,OUT_OF_RANGE"
        })
        void aDateHasOneForm(String text, String code) {
            String json = "{\"effectiveOn\":\"" + text + "\",\"reference\":\"K009\",\"hours\":8,\"certain\":true}";

            assertThat(faults(json)).containsExactly(Map.entry("#/effectiveOn", code));
        }

        @Test
        void aNumberIsNoDate() {
            assertThat(faults("{\"effectiveOn\":18337,\"reference\":\"K009\",\"hours\":8,\"certain\":true}"))
                    .containsExactly(Map.entry("#/effectiveOn", "WRONG_TYPE"));
        }
    }

    @Nested
    class Texts {

        @ParameterizedTest
        @ValueSource(
                strings = {"\\u0000", "a\\u0007", "a\\nb", "\\u007f", "\\u0085", "\\u2028", "\\ud800", "a\\udc00b"})
        void controlCharactersAndHalfCharactersAreRefused(String text) {
            assertThat(faultsWith("\"precision\":\"" + text + "\""))
                    .containsExactly(Map.entry("#/precision", "NOT_PLAIN_TEXT"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\\u00a0 \\u3000"})
        void aTextWithNothingInItIsMissing(String text) {
            assertThat(faults("{\"effectiveOn\":\"2020-03-16\",\"reference\":\"" + text
                            + "\",\"hours\":8,\"certain\":true}"))
                    .containsKey("#/reference");
        }
    }

    @Nested
    class Syntax {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"hours\":1,\"hours\":2}",
                    "{\"lines\":[{\"code\":\"a\",\"code\":\"b\"}]}",
                    "{} {}",
                    "{}]",
                    "{\"hours\":1",
                    "{'hours':1}",
                    "{\"hours\":01}",
                    "{\"hours\":NaN}",
                    "{\"reference\":\"a\tb\"}",
                    "{/* note */}",
                    "{\"hours\":1,}"
                })
        void whatIsNotJsonIsRefused(String json) {
            assertThat(faults(json)).containsExactly(Map.entry("#", "NOT_JSON"));
        }

        @Test
        void deepOrLongJsonIsRefused() {
            assertThat(faults("{\"lines\":" + "[".repeat(60) + "]".repeat(60) + "}"))
                    .containsExactly(Map.entry("#", "NOT_JSON"));
            assertThat(faults("{\"hours\":" + "1".repeat(101) + "}")).containsExactly(Map.entry("#", "NOT_JSON"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "[]", "1", "\"text\"", "null"})
        void whatIsNotAnObjectIsRefused(String json) {
            assertThat(faults(json)).containsExactly(Map.entry("#", "NOT_AN_OBJECT"));
        }

        @Test
        void whatIsNotUtf8IsRefused() {
            byte[] body = ("{" + VALID + ",\"sector\":\"\u00e9\"}").getBytes(StandardCharsets.ISO_8859_1);

            ProblemException refused =
                    catchThrowableOfType(ProblemException.class, () -> reader.read(Record.class, body, THING));

            assertThat(refused.problem().errors()).extracting(InputError::code).containsExactly("NOT_JSON");
        }
    }

    @Nested
    class CitizenServiceNumbers {

        @ParameterizedTest
        @ValueSource(strings = {BSN, "K" + BSN, "bsn 1234.56.782", "123-456-782", "\uFF11\uFF12\uFF13456782"})
        void oneInAnyTextIsRefusedAndNamesTheProblem(String text) {
            Problem problem = problem("{" + VALID + ",\"precision\":\"" + text + "\"}");

            assertThat(problem.kind().code()).isEqualTo("BSN_NOT_ALLOWED");
            assertThat(problem.errors()).extracting(InputError::pointer).containsExactly("#/precision");
        }

        @Test
        void oneIsFoundInNestedTextsToo() {
            assertThat(faultsWith("\"lines\":[{\"code\":\"" + BSN + "\",\"count\":1}]"))
                    .containsExactly(Map.entry("#/lines/0/code", "BSN_NOT_ALLOWED"));
        }

        @Test
        void theNumberOfACompanyMayLookLikeOne() {
            assertThat(read("{" + VALID + ",\"companyNumber\":\"" + BSN + "\"}").companyNumber())
                    .isEqualTo(BSN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"123456789", "1234567820", "06-12345678", "000000000"})
        void otherNumbersPass(String text) {
            assertThat(read(("{" + VALID + "}").replace("K009", text)).reference())
                    .isEqualTo(text);
        }

        @Test
        void anIdThatHoldsNineDigitsBetweenHyphensPasses() {
            String id = "abcdef01-2345-4678-a2bc-def123456782".replace("def123456782", "aaa123456782");

            assertThat(read(("{" + VALID + "}").replace("K009", id)).reference())
                    .isEqualTo(id);
        }
    }

    @Nested
    class Secrecy {

        @Test
        void noValueIsRepeated() {
            Problem problem = problem("""
                    {"effectiveOn":"secret-1","hours":"secret-2","reference":["secret-3"],"sector":"secret-4",
                     "precision":"secret-5","members":["secret-6"],"secret 7":1,"lines":"secret-8"}""");

            assertThat(problem.toString()).doesNotContain("secret");
        }

        @Test
        void badSyntaxIsNotRepeatedEither() {
            assertThat(problem("{\"reference\":secret}").toString()).doesNotContain("secret");
        }

        @Test
        void aFloodOfFaultsHasAShortAnswer() {
            String many = "\"x\",".repeat(5000) + "\"x\"";

            assertThat(problem("{" + VALID + ",\"members\":[" + many + "]}").errors())
                    .hasSize(100);
        }
    }

    @Nested
    class Ids {

        private Begin begin(String json) {
            return reader.read(Begin.class, json.getBytes(StandardCharsets.UTF_8), null);
        }

        @Test
        void theIdOfANewThingIsTheCallersOrDrawn() {
            String id = "0190A000-0000-7000-8000-000000000003";

            assertThat(begin("{\"effectiveOn\":\"2020-03-16\",\"region\":\"AM05\",\"id\":\"" + id + "\"}")
                            .thingId())
                    .isEqualTo(UUID.fromString(id));
            assertThat(begin("{\"effectiveOn\":\"2020-03-16\",\"region\":\"AM05\"}")
                            .thingId()
                            .version())
                    .isEqualTo(7);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"1-1-1-1-1\"", "7", "\"\"", "\"{0190a000-0000-7000-8000-000000000001}\""})
        void anIdIsAUuid(String id) {
            ProblemException refused = catchThrowableOfType(
                    ProblemException.class,
                    () -> begin("{\"effectiveOn\":\"2020-03-16\",\"region\":\"AM05\",\"id\":" + id + "}"));

            assertThat(refused.problem().errors())
                    .extracting(InputError::pointer)
                    .containsExactly("#/id");
        }

        @Test
        void theIdInTheAddressMayNotStandInTheBodyToo() {
            assertThat(faultsWith("\"thingId\":\"" + THING + "\""))
                    .containsExactly(Map.entry("#/thingId", "UNKNOWN_FIELD"));
            assertThat(faultsWith("\"id\":\"" + THING + "\"")).containsExactly(Map.entry("#/id", "UNKNOWN_FIELD"));
        }
    }
}
