package nl.leerspoor.standalone.twente;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import nl.leerspoor.command.By;
import tools.jackson.databind.JsonNode;

/**
 * One line of the scenario: something that happened in Twente, and when somebody entered it.
 *
 * @param rank   its place in the order of recording
 * @param key    names the fact, so that sending its command twice records it once
 * @param fields what is particular to the kind, under the short names of the file
 */
record ScenarioFact(
        int rank,
        String key,
        String kind,
        LocalDate effectiveOn,
        LocalDate recordedOn,
        String recordedBy,
        JsonNode fields) {

    /** The pilot region. */
    static final String REGION = "AM05";

    private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 0);

    static ScenarioFact of(JsonNode line) {
        return new ScenarioFact(
                line.required("seq").asInt(),
                "twente-" + line.required("seq").asInt(),
                line.required("type").asString(),
                LocalDate.parse(line.required("effectiveOn").asString()),
                LocalDate.parse(line.required("recordedOn").asString()),
                line.required("recordedBy").asString(),
                line);
    }

    /** The moment of recording by the scenario's clock: a second for each fact, from nine in the morning. */
    Instant recordedAt() {
        return recordedOn.atTime(OFFICE_OPENS).plusSeconds(rank).atZone(By.ZONE).toInstant();
    }

    String text(String field) {
        return fields.required(field).asString();
    }

    int number(String field) {
        return fields.required(field).asInt();
    }

    LocalDate date(String field) {
        return LocalDate.parse(text(field));
    }

    UUID candidate() {
        return TwenteIds.of("candidate", text("cand"));
    }

    /** Everybody has one trajectory, so that it goes by the candidate's key; so does its praktijkovereenkomst. */
    UUID trajectory() {
        return TwenteIds.of("trajectory", text("cand"));
    }

    UUID praktijkovereenkomst() {
        return TwenteIds.of("praktijkovereenkomst", text("cand"));
    }

    UUID privacyCase() {
        return TwenteIds.of("privacy", text("cand"));
    }

    UUID leerbedrijf() {
        return TwenteIds.of("leerbedrijf", text("lb"));
    }

    UUID supervisor() {
        return TwenteIds.of("supervisor", text("sup"));
    }

    UUID training() {
        return TwenteIds.of("training", text("training"));
    }

    UUID cohort() {
        return TwenteIds.of("cohort", text("cohort"));
    }

    UUID verklaring() {
        return TwenteIds.of("verklaring", text("verkl"));
    }

    UUID ceremony() {
        return TwenteIds.of("ceremony", text("cer"));
    }
}
