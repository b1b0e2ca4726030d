package nl.leerspoor.events.published;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page that tells integrators which events there are. */
final class CataloguePage {

    private static final String HEAD = """
            # Events

            What integrators are told of what happens, as CloudEvents 1.0 by the NL GOV profile. This page is made of the
            records in `nl.leerspoor.events.published`; a test keeps it true.

            ## One event

            ```json
            %s```

            - `id` is the event's own: the same on every channel and at every attempt, and in every version of its type.
              Corrections and retractions name it.
            - `time` is when it was recorded; `data.effectiveOn` is the day from which it holds.
            - `subject` is the id of the thing it happened to. Events of one subject come in the order of recording.
            - `sequence` is the position among all events, in twenty digits.
            - `dataschema` is the address of the JSON Schema of `data`, which anybody may fetch. `GET /v1/event-types` lists
              all of them.

            ## What receivers have to expect

            - **More members.** A type may get a member more; take what you don't know for what it is, and leave it.
            - **More codes.** Code lists grow (`GET /v1/reference-data`); treat a code that you don't know as `OTHER`.
            - **Absent members.** A member that isn't known or doesn't apply is left out, never null. Below it stands with a
              question mark.
            - **Versions.** Any other change is a new version of the type, beside the old one for a time. Of each fact you
              get one message: in the oldest version that you ask for. Name the new type to move to it.
            - **Nothing personal.** Ids say nothing by themselves; there is no name, no text, no author, and nothing of how
              somebody is. A cause that lies with a person is told as `OTHER`. Who needs more reads it with rights of their
              own, at the address below, with `minPosition=` and the number in `sequence` to be sure that the answer is
              no older.
            - **The past.** `effectiveOn` may lie long before `time`. Work out what holds on a day from all facts of the
              subject in the order of `effectiveOn`, and of `sequence` within a day.

            ## Duties

            | duty | what you do who keep a copy |
            | --- | --- |
            """;

    private CataloguePage() {}

    static String text() {
        StringBuilder page = new StringBuilder(HEAD.formatted(example()));
        for (Duty duty : Duty.values()) {
            page.append("| `%s` | %s |%n".formatted(duty, duty.english()));
        }
        page.append(
                "\n## Types\n\nThe names of all types begin with `nl.leerspoor.`; members that every type has are left"
                        + " out below: `region`, `effectiveOn` and the id of the subject.\n");
        families().forEach((collection, types) -> {
            page.append(
                    "\n### %s\n\nRead at `%s`.\n\n| type | wat er gebeurde | members | duty |\n| --- | --- | --- | --- |\n"
                            .formatted(collection, usual(types)));
            types.forEach(type -> page.append(line(type, usual(types))));
        });
        page.append("\n## Kept inside\n\nOf these events nothing is told.\n\n| event | why |\n| --- | --- |\n");
        Examples.events().forEach((name, event) -> {
            if (Publishing.decide(event) instanceof Telling.Inside inside) {
                page.append("| `%s` | %s |\n".formatted(name, inside.why()));
            }
        });
        return page.toString();
    }

    private static Map<String, List<PublishedType>> families() {
        return PublishedCatalogue.all().stream()
                .collect(Collectors.groupingBy(PublishedType::collection, LinkedHashMap::new, Collectors.toList()));
    }

    private static String line(PublishedType type, String usual) {
        return "| `%s` | **%s.** %s | %s | %s |\n"
                .formatted(
                        type.name().substring("nl.leerspoor.".length()),
                        type.title(),
                        type.description(),
                        members(type),
                        duty(type, usual));
    }

    /** Where most things of a collection are read. */
    private static String usual(List<PublishedType> types) {
        return types.getFirst().readAt();
    }

    private static String duty(PublishedType type, String usual) {
        return "`" + type.duty() + "`"
                + (type.readAt().equals(usual) ? "" : " at `" + type.readAt() + "`")
                + type.sunset().map(day -> ", until " + day).orElse("");
    }

    private static String members(PublishedType type) {
        String subject = Examples.data().get(type).subject().toString();
        Published data = Examples.data().get(type);
        List<String> common = new ArrayList<>(List.of("region", "effectiveOn"));
        Kept.JSON.valueToTree(data).properties().stream()
                .filter(member -> member.getValue().asString("").equals(subject))
                .map(Map.Entry::getKey)
                .findFirst()
                .ifPresent(common::add);
        return Stream.of(type.data().getRecordComponents())
                .filter(component -> !common.contains(component.getName()))
                .map(component ->
                        "`" + component.getName() + "`" + (component.isAnnotationPresent(IfKnown.class) ? "?" : ""))
                .collect(Collectors.joining(", "));
    }

    private static String example() {
        return Examples.cloudEvents().entrySet().stream()
                .filter(entry -> entry.getKey().data() == PublishedHold.CandidateOnHold.class)
                .map(entry -> Kept.text(entry.getValue()))
                .findFirst()
                .orElseThrow();
    }
}
