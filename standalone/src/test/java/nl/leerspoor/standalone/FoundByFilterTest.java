package nl.leerspoor.standalone;

import static nl.leerspoor.standalone.RegionOffice.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.leerspoor.command.By;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringApproved;
import nl.leerspoor.events.verklaring.VerklaringEvent.VerklaringDrafted;
import nl.leerspoor.platform.eventstore.EventStorage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What lists are narrowed to that never occurred in Twente. */
class FoundByFilterTest extends RunningApplication {

    @Autowired
    private EventStorage events;

    @Autowired
    @Qualifier("commandTransactionManager")
    private PlatformTransactionManager transactionManager;

    private RegionOffice office;
    private String leerbedrijf;
    private String supervisor;

    @BeforeEach
    void aLeerbedrijfWithOnePlace() {
        office = new RegionOffice(client, "AM05");
        leerbedrijf = office.leerbedrijf();
        supervisor = office.supervisor(leerbedrijf, 1);
    }

    @Test
    void thePlacesWhoseAgreementTheLeerbedrijfHasToSign() {
        String trajectory = office.suitableTrajectory();
        office.match(trajectory, leerbedrijf, supervisor);
        String placements = "/v1/placements?region=AM05&leerbedrijf=" + leerbedrijf + "&validOn=2020-02-08&toSign=";
        assertThat(found(placements + "true", "trajectoryId")).isEmpty();

        Map<String, Object> draft = body("region", "AM05", "trajectoryId", trajectory, "start", RegionOffice.START);
        draft.put("effectiveOn", RegionOffice.MATCHED);
        draft.put("end", "2021-02-09");
        draft.put("hoursPerWeek", 24);
        draft.put("leerweg", "DERDE");
        String agreement = office.made("/v1/praktijkovereenkomsten", draft);
        assertThat(found(placements + "true", "trajectoryId")).containsExactly(trajectory);
        assertThat(found(placements + "false", "trajectoryId")).isEmpty();

        Map<String, Object> signature = body("party", "LEERBEDRIJF", "method", "PAPER");
        signature.put("effectiveOn", RegionOffice.MATCHED);
        office.done("/v1/praktijkovereenkomsten/" + agreement + "/signatures", signature);
        assertThat(found(placements + "true", "trajectoryId")).isEmpty();
        assertThat(found(placements + "false", "trajectoryId")).containsExactly(trajectory);
    }

    @Test
    void whoFirstWaitedForThePlaceThatIsFree() {
        String second = office.suitableTrajectory();
        String first = office.suitableTrajectory();
        waitlist(first);
        waitlist(second);
        String waitlist = "/v1/waitlist?region=AM05&leerbedrijf=" + leerbedrijf + "&validOn=2020-02-08";

        assertThat(found(waitlist, "trajectoryId"))
                .as("those of one day in the order of entry, whatever their ids")
                .containsExactly(first, second);
        assertThat(found(waitlist + "&placeFree=true", "trajectoryId")).containsExactly(first);
        assertThat(found(waitlist + "&placeFree=false", "trajectoryId")).containsExactly(second);

        office.match(first, leerbedrijf, supervisor);
        assertThat(found(waitlist + "&placeFree=true", "trajectoryId")).isEmpty();
        assertThat(found(waitlist + "&placeFree=false", "trajectoryId")).containsExactly(second);
    }

    @Test
    void thePaperThatWasApprovedByWhoConfirmedItsWerkproces() {
        String trajectory = office.completedTrajectory(leerbedrijf, supervisor, List.of(RegionOffice.WERKPROCES));
        Map<String, Object> draft = body("region", "AM05", "trajectoryId", trajectory, "leerbedrijfId", leerbedrijf);
        draft.put("effectiveOn", "2020-05-25");
        draft.put("werkprocessen", List.of(RegionOffice.WERKPROCES));
        String paper = office.made("/v1/verklaringen", draft);
        String question = "/v1/verklaringen?region=AM05&validOn=2020-06-01&id=" + paper + "&approvedByConfirmer=";
        assertThat(found(question + "false", "id")).containsExactly(paper);

        putApprovalInto(paper, "testschoolcoach-roc");

        assertThat(found(question + "true", "id")).containsExactly(paper);
        assertThat(found(question + "false", "id")).isEmpty();
    }

    private void waitlist(String trajectory) {
        Map<String, Object> waiting = body("cause", "SUPERVISOR_SHORTAGE", "intendedLeerbedrijfId", leerbedrijf);
        waiting.put("effectiveOn", "2020-02-03");
        office.done("/v1/trajectories/" + trajectory + "/waitlistings", waiting);
    }

    /** Rule B12 refuses it as a command: only a program without that rule, such as an older one, has written it. */
    private void putApprovalInto(String paper, String confirmer) {
        DomainEventMessage<?> stored = events.readEvents(paper).next();
        VerklaringDrafted draft = (VerklaringDrafted) stored.getPayload();
        By by = new By(confirmer, "EXAMENCOMMISSIE", "ROC", "c", "c", "c", "API", Instant.now());
        VerklaringApproved approval = new VerklaringApproved(
                draft.verklaringId(),
                draft.trajectoryId(),
                draft.candidateId(),
                draft.region(),
                LocalDate.of(2020, 5, 28),
                "ROC",
                null);
        new TransactionTemplate(transactionManager)
                .executeWithoutResult(status -> events.appendEvents(new GenericDomainEventMessage<>(
                        stored.getType(),
                        paper,
                        events.lastSequenceNumberFor(paper).orElseThrow() + 1,
                        approval,
                        MetaData.from(by.metadata(by.at())))));
    }

    private List<String> found(String question, String member) {
        Client.Reply reply = client.get(question + "&minPosition=" + sql().head());
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json()
                .path("items")
                .valueStream()
                .map(item -> item.path(member).asString())
                .toList();
    }
}
