package nl.leerspoor.command.ceremony;

import static nl.leerspoor.command.Decided.details;
import static nl.leerspoor.command.Decided.events;
import static nl.leerspoor.command.Decided.refusal;
import static nl.leerspoor.command.ceremony.CeremonyFacts.CEREMONY;
import static nl.leerspoor.command.ceremony.CeremonyFacts.FIRST;
import static nl.leerspoor.command.ceremony.CeremonyFacts.JULY_9;
import static nl.leerspoor.command.ceremony.CeremonyFacts.SECOND;
import static nl.leerspoor.command.ceremony.CeremonyFacts.given;
import static nl.leerspoor.command.ceremony.CeremonyFacts.held;
import static nl.leerspoor.command.ceremony.CeremonyFacts.nominated;
import static nl.leerspoor.command.ceremony.CeremonyFacts.rescheduled;
import static nl.leerspoor.command.ceremony.CeremonyFacts.scheduled;
import static nl.leerspoor.command.ceremony.CeremonyRefusal.CEREMONY_ALREADY_HELD;
import static nl.leerspoor.command.ceremony.CeremonyRefusal.NOT_EXACTLY_THE_NOMINATED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.ceremony.CeremonyCommand.HandedOver;
import nl.leerspoor.command.ceremony.CeremonyCommand.HoldCeremony;
import nl.leerspoor.events.ceremony.CeremonyEvent;
import org.junit.jupiter.api.Test;

/** Present and absent together are exactly the nominated. */
class HoldCeremonyTest {

    @Test
    void someAreThereAndSomeAreNot() {
        assertThat(events(HandingOver.hold(twoNominated().on(JULY_9), hold(List.of(FIRST), List.of(SECOND)))))
                .containsExactly(held(List.of(FIRST), List.of(SECOND)));
    }

    @Test
    void nobodyIsForgotten() {
        var decision = HandingOver.hold(twoNominated().on(JULY_9), hold(List.of(FIRST), List.of()));
        assertThat(refusal(decision)).isEqualTo(NOT_EXACTLY_THE_NOMINATED);
        assertThat(details(decision))
                .isEqualTo(Map.of("missing", List.of(SECOND), "notNominated", List.of(), "namedTwice", List.of()));
    }

    @Test
    void nobodyComesUninvited() {
        UUID third = UUID.fromString("00000000-0000-0000-0000-000000000399");
        var decision = HandingOver.hold(twoNominated().on(JULY_9), hold(List.of(FIRST, SECOND, third), List.of()));
        assertThat(refusal(decision)).isEqualTo(NOT_EXACTLY_THE_NOMINATED);
        assertThat(details(decision).get("notNominated")).isEqualTo(List.of(third));
    }

    @Test
    void nobodyIsBothPresentAndAbsent() {
        var decision = HandingOver.hold(twoNominated().on(JULY_9), hold(List.of(FIRST, SECOND), List.of(SECOND)));
        assertThat(refusal(decision)).isEqualTo(NOT_EXACTLY_THE_NOMINATED);
        assertThat(details(decision).get("namedTwice")).isEqualTo(List.of(SECOND));
    }

    @Test
    void aCeremonyIsHeldOnce() {
        var ceremony = given(scheduled(), nominated(FIRST), rescheduled(), held(List.of(FIRST), List.of()));
        assertThat(refusal(HandingOver.hold(ceremony.on(JULY_9), hold(List.of(FIRST), List.of()))))
                .isEqualTo(CEREMONY_ALREADY_HELD);
    }

    private static Timeline<CeremonyEvent, Ceremony> twoNominated() {
        return given(scheduled(), nominated(FIRST), nominated(SECOND), rescheduled());
    }

    private static HoldCeremony hold(List<UUID> present, List<UUID> absent) {
        List<HandedOver> handedOver = IntStream.range(0, present.size())
                .mapToObj(i -> new HandedOver(present.get(i), "ROC-2020-" + (i + 1)))
                .toList();
        return new HoldCeremony(CEREMONY, JULY_9, handedOver, absent, null);
    }
}
