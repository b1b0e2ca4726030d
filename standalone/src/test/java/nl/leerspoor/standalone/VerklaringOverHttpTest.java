package nl.leerspoor.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.leerspoor.standalone.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What verklaringen share: lines of a trajectory, document numbers of a school, and a ceremony. */
class VerklaringOverHttpTest extends RunningApplication {

    private static final String EXAMENCOMMISSIE = "testexamencie-roc; role=EXAMENCOMMISSIE; org=ROC";

    private String trajectory;
    private String leerbedrijf;

    @BeforeEach
    void aCompletedTrajectory() {
        RegionOffice office = new RegionOffice(client, "AM05");
        leerbedrijf = office.leerbedrijf();
        trajectory = office.completedTrajectory(
                leerbedrijf, office.supervisor(leerbedrijf, 1), List.of("B1-K1-W1", "P2-K1-W1"));
    }

    @Nested
    class ALine {

        @Test
        void standsOnOnePaperThatCounts() {
            String first = draft("B1-K1-W1");

            Reply second = drafting(null, "B1-K1-W1");
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.code()).isEqualTo("LINE_ON_OTHER_VERKLARING");
            assertThat(second.body()).contains(first);
        }

        @Test
        void isLeftAloneByARefusedDraft() {
            draft("P2-K1-W1");
            assertThat(drafting(null, "B1-K1-W1", "P2-K1-W1").status()).isEqualTo(409);

            assertThat(drafting(null, "B1-K1-W1").status()).isEqualTo(201);
        }

        @Test
        void isFreeAgainWhenThePaperIsWithdrawnOrRevoked() {
            String withdrawn = draft("B1-K1-W1");
            post(withdrawn, "withdrawals", "2020-05-26", Map.of("reason", "DATA_ENTRY_ERROR"));

            String revoked = issued(documentNo(), "B1-K1-W1");
            Reply revocation = client.as(EXAMENCOMMISSIE)
                    .post(
                            "/v1/verklaringen/" + revoked + "/revocations",
                            body("2020-08-03", Map.of("ground", "FRAUD", "decisionRef", "EC-1")));
            assertThat(revocation.status()).isEqualTo(201);

            assertThat(drafting(null, "B1-K1-W1").status()).isEqualTo(201);
        }

        @Test
        void movesToTheReplacingPaperWhenTheOldOneIsReplaced() {
            String old = issued(documentNo(), "B1-K1-W1");
            String replacing = drafting(old, "B1-K1-W1").json().path("id").asString();
            approve(replacing);
            assertThat(issue(replacing, documentNo()).code()).isEqualTo("LINE_ON_OTHER_VERKLARING");

            Reply replaced = client.as(EXAMENCOMMISSIE)
                    .post(
                            "/v1/verklaringen/" + old + "/replacements",
                            body("2020-07-09", Map.of("replacedBy", replacing, "reason", "DATA_ENTRY_ERROR")));
            assertThat(replaced.status()).isEqualTo(201);
            assertThat(issue(replacing, documentNo()).status()).isEqualTo(201);
        }
    }

    @Nested
    class ADocumentNumber {

        @Test
        void isUsedOncePerSchool() {
            String number = documentNo();
            issued(number, "B1-K1-W1");
            String second = draft("P2-K1-W1");
            approve(second);

            assertThat(issue(second, number.toLowerCase(Locale.ROOT)).code()).isEqualTo("DOCUMENT_NUMBER_IN_USE");
            assertThat(issue(second, documentNo()).status()).isEqualTo(201);
        }
    }

    @Nested
    class ACeremony {

        @Test
        void issuesAllOrNothing() {
            String first = draft("B1-K1-W1");
            String second = draft("P2-K1-W1");
            approve(first);
            approve(second);
            String ceremony = ceremony(first, second);
            issue(second, documentNo());

            Reply refused = hold(ceremony, List.of(first, second), List.of());
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("VERKLARINGEN_NOT_ISSUABLE");
            assertThat(refused.body()).contains(second, "VERKLARING_ALREADY_ISSUED");

            assertThat(hold(ceremony, List.of(first), List.of(second)).status()).isEqualTo(201);
            assertThat(issue(first, documentNo()).code()).isEqualTo("VERKLARING_ALREADY_ISSUED");
        }

        @Test
        void leavesTheAbsentApproved() {
            String absent = draft("B1-K1-W1");
            approve(absent);
            assertThat(hold(ceremony(absent), List.of(), List.of(absent)).status())
                    .isEqualTo(201);

            assertThat(issue(absent, documentNo()).status()).isEqualTo(201);
        }

        @Test
        void isHeldOnceUnderOneKey() {
            String paper = draft("B1-K1-W1");
            approve(paper);
            String path = "/v1/ceremonies/" + ceremony(paper) + "/holdings";
            Map<String, Object> holding = holding(List.of(paper), List.of());
            Client keyed = client.with("Idempotency-Key", UUID.randomUUID().toString());

            Reply once = keyed.post(path, holding);
            Reply again = keyed.post(path, holding);
            assertThat(once.status()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(once.body());
        }
    }

    private String issued(String documentNo, String... werkprocessen) {
        String paper = draft(werkprocessen);
        approve(paper);
        assertThat(issue(paper, documentNo).status()).isEqualTo(201);
        return paper;
    }

    private String draft(String... werkprocessen) {
        Reply draft = drafting(null, werkprocessen);
        assertThat(draft.status()).isEqualTo(201);
        return draft.json().path("id").asString();
    }

    private Reply drafting(String replaces, String... werkprocessen) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("region", "AM05");
        body.put("effectiveOn", "2020-05-25");
        body.put("trajectoryId", trajectory);
        body.put("leerbedrijfId", leerbedrijf);
        body.put("werkprocessen", Arrays.asList(werkprocessen));
        if (replaces != null) {
            body.put("replaces", replaces);
        }
        return client.post("/v1/verklaringen", body);
    }

    private void approve(String paper) {
        new RegionOffice(client, "AM05")
                .at(leerbedrijf)
                .done("/v1/verklaringen/" + paper + "/signatures", body("2020-05-26", Map.of("method", "PAPER")));
        Reply approval = client.as(EXAMENCOMMISSIE)
                .post("/v1/verklaringen/" + paper + "/approvals", body("2020-05-28", Map.of()));
        assertThat(approval.status()).isEqualTo(201);
    }

    private Reply issue(String paper, String documentNo) {
        return client.post(
                "/v1/verklaringen/" + paper + "/issuances",
                body("2020-07-09", Map.of("documentNo", documentNo, "manner", "POST")));
    }

    private void post(String paper, String operation, String on, Map<String, ?> members) {
        assertThat(client.post("/v1/verklaringen/" + paper + "/" + operation, body(on, members))
                        .status())
                .isEqualTo(201);
    }

    private String ceremony(String... nominated) {
        String ceremony = client.post(
                        "/v1/ceremonies",
                        body("2020-05-25", Map.of("region", "AM05", "on", "2020-07-09", "place", "Voorbeeldzaal")))
                .json()
                .path("id")
                .asString();
        for (String paper : nominated) {
            assertThat(client.post(
                                    "/v1/ceremonies/" + ceremony + "/nominations",
                                    body("2020-05-28", Map.of("verklaringId", paper)))
                            .status())
                    .isEqualTo(201);
        }
        return ceremony;
    }

    private Reply hold(String ceremony, List<String> present, List<String> absent) {
        return client.post("/v1/ceremonies/" + ceremony + "/holdings", holding(present, absent));
    }

    private static Map<String, Object> holding(List<String> present, List<String> absent) {
        List<Map<String, String>> handedOver = present.stream()
                .map(paper -> Map.of("verklaringId", paper, "documentNo", documentNo()))
                .toList();
        return body("2020-07-09", Map.of("present", handedOver, "absent", absent));
    }

    private static Map<String, Object> body(String effectiveOn, Map<String, ?> members) {
        Map<String, Object> body = new LinkedHashMap<>(members);
        body.put("effectiveOn", effectiveOn);
        return body;
    }

    /** Fresh, and without digits: nine of them in a row could be taken for a BSN. */
    private static String documentNo() {
        return "ROC-" + UUID.randomUUID().toString().replaceAll("[0-9]", "x");
    }
}
