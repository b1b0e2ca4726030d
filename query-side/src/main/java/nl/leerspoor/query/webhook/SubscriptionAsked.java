package nl.leerspoor.query.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import nl.leerspoor.events.published.PublishedCatalogue;
import nl.leerspoor.platform.http.CitizenServiceNumber;
import nl.leerspoor.platform.http.InputError;
import nl.leerspoor.platform.http.InputFault;
import nl.leerspoor.platform.http.PlainText;
import nl.leerspoor.platform.http.ProblemException;
import nl.leerspoor.platform.http.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody wants to be called for, as it was read and checked.
 *
 * @param id      chosen by whoever asks, so that asking twice makes one; empty for a new one
 * @param types   empty for all
 * @param regions of those that the token holds for
 * @param after   the position from which on; empty for what comes from now on
 */
record SubscriptionAsked(
        Optional<UUID> id,
        TargetUrl url,
        String description,
        Optional<Set<String>> types,
        Set<String> regions,
        Optional<UUID> subject,
        OptionalLong after) {

    /** How the body is described. */
    @Schema(name = "SubscriptionRequest", description = "Waarvoor, en waar, iemand gebeld wil worden")
    record Described(
            @Schema(
                    description = "Zelf gekozen, zodat twee keer vragen één abonnement maakt",
                    format = "uuid",
                    maxLength = 36,
                    nullable = true)
            String id,

            @Schema(
                    description = "Een openbaar https-adres, op poort 443 of 8443",
                    example = "https://koppeling.example.nl/leerspoor",
                    maxLength = 2000,
                    requiredMode = Schema.RequiredMode.REQUIRED)
            String url,

            @Schema(
                    description = "Voor wie het leest",
                    example = "Leerlingvolgsysteem",
                    maxLength = 200,
                    nullable = true)
            String description,

            @Schema(
                    description = "Typen van gebeurtenissen; alle als zij ontbreken, ook die er nog bij komen",
                    nullable = true)
            List<String> types,

            @Schema(
                    description = "Arbeidsmarktregio's van het toegangsbewijs; alle daarvan als zij ontbreken",
                    example = "[\"AM05\"]",
                    nullable = true)
            List<String> regions,

            @Schema(
                    description = "Alleen wat over dit ding gaat, zoals één traject",
                    format = "uuid",
                    maxLength = 36,
                    nullable = true)
            String subject,

            @Schema(description = "Positie vanaf waar; vanaf nu als zij ontbreekt", minimum = "0", nullable = true)
            Long after) {}

    private static final int LONGEST_DESCRIPTION = 200;
    private static final Set<String> MEMBERS =
            Set.of("id", "url", "description", "types", "regions", "subject", "after");

    private static final Text NOT_YOURS =
            new Text("Uw toegangsbewijs geldt niet voor deze regio.", "Your token doesn't hold for this region.");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads the body of a request.
     *
     * @param reach the regions that the token holds for
     * @throws ProblemException 400 with all that is wrong; values are not repeated in it
     */
    static SubscriptionAsked read(byte[] body, Set<String> reach, boolean allowLoopback) {
        var members = new Members(object(body));
        members.refuseUnknown();
        Optional<UUID> id = members.id("id");
        Optional<TargetUrl> url = members.url(allowLoopback);
        String description = members.description();
        Optional<Set<String>> types = members.some("types");
        types.ifPresent(some -> members.refuseOthers("types", some, PublishedCatalogue.types(), null));
        Optional<Set<String>> regions = members.some("regions");
        regions.ifPresent(some -> members.refuseOthers("regions", some, reach, NOT_YOURS));
        Optional<UUID> subject = members.id("subject");
        OptionalLong after = members.position();
        if (!members.errors.isEmpty()) {
            throw ProblemException.invalid(members.errors);
        }
        return new SubscriptionAsked(id, url.orElseThrow(), description, types, regions.orElse(reach), subject, after);
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

    /** The members of the body, and what is wrong with them. */
    private record Members(ObjectNode object, List<InputError> errors) {

        Members(ObjectNode object) {
            this(object, new ArrayList<>());
        }

        void refuseUnknown() {
            object.propertyNames().stream()
                    .filter(name -> !MEMBERS.contains(name))
                    .forEach(name -> errors.add(InputFault.UNKNOWN_FIELD.at("#")));
        }

        Optional<TargetUrl> url(boolean allowLoopback) {
            Optional<String> text = text("url", TargetUrl.LONGEST);
            if (text.isEmpty() && isAbsent("url")) {
                errors.add(InputFault.REQUIRED.at("#/url"));
            }
            return text.flatMap(address -> switch (TargetUrl.read(address, allowLoopback)) {
                case TargetUrl.Read.Good good -> Optional.of(good.url());
                case TargetUrl.Read.Bad bad -> {
                    errors.add(InputFault.INVALID_VALUE.at("#/url", bad.fault().text()));
                    yield Optional.empty();
                }
            });
        }

        String description() {
            Optional<String> text = text("description", LONGEST_DESCRIPTION);
            if (text.filter(CitizenServiceNumber::isIn).isPresent()) {
                errors.add(InputFault.BSN_NOT_ALLOWED.at("#/description"));
            }
            return text.orElse("");
        }

        Optional<UUID> id(String name) {
            return text(name, LONGEST_DESCRIPTION).flatMap(text -> {
                try {
                    return Optional.of(UUID.fromString(text)).filter(id -> text.length() == 36);
                } catch (IllegalArgumentException noId) {
                    errors.add(InputFault.INVALID_ID.at("#/" + name));
                    return Optional.empty();
                }
            });
        }

        OptionalLong position() {
            JsonNode value = object.path("after");
            if (isAbsent("after")) {
                return OptionalLong.empty();
            }
            if (!value.isIntegralNumber()) {
                errors.add(InputFault.WRONG_TYPE.at("#/after"));
                return OptionalLong.empty();
            }
            if (!value.canConvertToLong() || value.longValue() < 0) {
                errors.add(InputFault.OUT_OF_RANGE.at("#/after"));
                return OptionalLong.empty();
            }
            return OptionalLong.of(value.longValue());
        }

        Optional<Set<String>> some(String name) {
            JsonNode value = object.path(name);
            if (isAbsent(name)) {
                return Optional.empty();
            }
            if (!value.isArray() || !value.valueStream().allMatch(JsonNode::isString)) {
                errors.add(InputFault.WRONG_TYPE.at("#/" + name));
                return Optional.empty();
            }
            Set<String> some = new LinkedHashSet<>();
            value.valueStream().map(JsonNode::stringValue).forEach(some::add);
            if (some.isEmpty()) {
                errors.add(InputFault.WRONG_SIZE.at("#/" + name));
                return Optional.empty();
            }
            return Optional.of(some);
        }

        void refuseOthers(String name, Set<String> some, Set<String> known, Text why) {
            int place = 0;
            for (String one : some) {
                if (!known.contains(one)) {
                    String pointer = "#/" + name + "/" + place;
                    errors.add(
                            why == null
                                    ? InputFault.INVALID_VALUE.at(pointer)
                                    : InputFault.INVALID_VALUE.at(pointer, why));
                }
                place++;
            }
        }

        private Optional<String> text(String name, int longest) {
            JsonNode value = object.path(name);
            if (isAbsent(name)) {
                return Optional.empty();
            }
            if (!value.isString()) {
                errors.add(InputFault.WRONG_TYPE.at("#/" + name));
                return Optional.empty();
            }
            String text = value.stringValue();
            if (!PlainText.is(text)) {
                errors.add(InputFault.NOT_PLAIN_TEXT.at("#/" + name));
                return Optional.empty();
            }
            if (text.isBlank() || text.length() > longest) {
                errors.add(InputFault.WRONG_SIZE.at("#/" + name));
                return Optional.empty();
            }
            return Optional.of(text);
        }

        private boolean isAbsent(String name) {
            return object.path(name).isMissingNode() || object.path(name).isNull();
        }
    }
}
