package nl.leerspoor.query.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.events.leerbedrijf.LeerbedrijfEvent.LeerbedrijfApproached;
import nl.leerspoor.query.projection.QueryNode;
import nl.leerspoor.query.projection.Views;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A difference that is too large for memory or for its reader is refused, with what to do about it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DifferenceSizeTest {

    private static final LocalDate DAY = LocalDate.of(2020, 3, 2);
    private static final String SINCE_THE_BEGINNING = "2020-01-01";
    private static final String SINCE_ALL_WAS_KNOWN = "2199-01-01";

    @TempDir
    static Path folder;

    private static QueryNode node;

    @BeforeAll
    static void twoLeerbedrijvenWithThreeChangesEach() {
        node = QueryNode.start(
                folder, "--leerspoor.difference.most-versions=3", "--leerspoor.difference.most-changes=6");
        approached();
        approached();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    @Order(1)
    void asManyAsMayBeAreTold() {
        var told = difference(SINCE_THE_BEGINNING);

        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        assertThat(told.body()).contains("\"number\":\"total\",\"before\":0,\"after\":2");
    }

    @Test
    @Order(2)
    void moreChangesAreRefused() {
        approached();

        assertThat(difference(SINCE_ALL_WAS_KNOWN).statusCode())
                .as("no change, and as many versions as may be")
                .isEqualTo(200);
        assertTooMuch(difference(SINCE_THE_BEGINNING));
    }

    @Test
    @Order(3)
    void moreVersionsAreRefusedThoughNothingChanged() {
        approached();

        assertTooMuch(difference(SINCE_ALL_WAS_KNOWN));
    }

    private static void assertTooMuch(HttpResponse<String> refused) {
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body())
                .contains("\"code\":\"OUT_OF_RANGE\"", "\"parameter\":\"knownOn\"", "vraag een regio");
    }

    private static HttpResponse<String> difference(String knownOn) {
        return node.get(
                "/v1/figures/difference?figure=employers&validOn=" + DAY + "&knownOn=" + knownOn, "application/json");
    }

    private static void approached() {
        UUID id = UUID.randomUUID();
        node.append(List.of(QueryNode.stored(
                id, 0, new LeerbedrijfApproached(id, "AM05", DAY, "Voorbeeldbedrijf", "GP", "90000001", null))));
        node.awaitCaughtUp(Views.LEERBEDRIJVEN);
    }
}
