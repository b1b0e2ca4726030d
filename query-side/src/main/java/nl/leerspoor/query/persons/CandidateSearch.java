package nl.leerspoor.query.persons;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.platform.http.CitizenServiceNumber;
import nl.leerspoor.platform.http.InputError;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.PlainText;
import nl.leerspoor.platform.http.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody is searched by. It comes in a body, since an address ends up in the logs of every machine on the way.
 *
 * @param name      one word of the name or more, in any order
 * @param birthDate null when it is not known; then there are two words or more
 * @param region    null for all regions that one may see
 */
@Schema(name = "CandidateSearch", description = "Waarop gezocht wordt")
record CandidateSearch(
        @Schema(
                description = "Woorden van de naam, in welke volgorde ook: ten minste twee, of een en de geboortedatum."
                        + " Hoofdletters en accenten doen er niet toe.",
                example = "testkandidaat 009",
                minLength = 1,
                maxLength = 120,
                requiredMode = Schema.RequiredMode.REQUIRED)
        String name,

        @Schema(example = "2000-01-09", nullable = true) LocalDate birthDate,

        @Schema(description = "Arbeidsmarktregio", example = "AM05", nullable = true, maxLength = 4)
        String region) {

    private static final int LONGEST = 120;
    private static final Set<String> MEMBERS = Set.of("name", "birthDate", "region");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads the body of a request.
     *
     * @throws ProblemException 400 with all that is wrong; values are not repeated in it
     */
    static CandidateSearch read(byte[] body) {
        ObjectNode object = object(body);
        List<InputError> errors = new ArrayList<>();
        object.propertyNames().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(name -> errors.add(InputFault.UNKNOWN_FIELD.at("#")));
        String name = text(object, "name", errors);
        if (object.path("name").isMissingNode() || object.path("name").isNull()) {
            errors.add(InputFault.REQUIRED.at("#/name"));
        }
        LocalDate birthDate = day(object, "birthDate", errors);
        String region = text(object, "region", errors);
        if (region != null
                && CodeList.REGIONS.entries().stream()
                        .noneMatch(entry -> entry.code().equals(region))) {
            errors.add(InputFault.UNKNOWN_CODE.at("#/region"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new CandidateSearch(name, birthDate, region);
    }

    private static ObjectNode object(byte[] body) {
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException unreadable) {
            throw ProblemException.invalid(List.of(InputFault.NOT_JSON.at("#")));
        }
        throw ProblemException.invalid(List.of(InputFault.NOT_AN_OBJECT.at("#")));
    }

    private static LocalDate day(ObjectNode object, String name, List<InputError> errors) {
        String text = text(object, name, errors);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            errors.add(InputFault.INVALID_DATE.at("#/" + name));
            return null;
        }
    }

    private static String text(ObjectNode object, String name, List<InputError> errors) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        fault(value).ifPresent(fault -> errors.add(fault.at("#/" + name)));
        return value.isString() ? value.stringValue() : null;
    }

    private static Optional<InputFault> fault(JsonNode value) {
        if (!value.isString()) {
            return Optional.of(InputFault.WRONG_TYPE);
        }
        String text = value.stringValue();
        if (!PlainText.is(text)) {
            return Optional.of(InputFault.NOT_PLAIN_TEXT);
        }
        if (CitizenServiceNumber.isIn(text)) {
            return Optional.of(InputFault.BSN_NOT_ALLOWED);
        }
        return text.isBlank() || text.length() > LONGEST ? Optional.of(InputFault.WRONG_SIZE) : Optional.empty();
    }
}
