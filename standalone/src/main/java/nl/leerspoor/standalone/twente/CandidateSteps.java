package nl.leerspoor.standalone.twente;

import java.time.LocalDate;
import nl.leerspoor.command.Command;
import nl.leerspoor.command.candidate.CandidateCommand.MeasureConfidence;
import nl.leerspoor.command.candidate.CandidateCommand.RecordCandidateDetails;
import nl.leerspoor.command.candidate.CandidateCommand.RecordOutcome;
import nl.leerspoor.command.candidate.CandidateCommand.RecordPreference;
import nl.leerspoor.command.candidate.CandidateCommand.RegisterCandidate;

/** What is known of the candidates themselves. */
final class CandidateSteps {

    private static final LocalDate FIRST_BORN = LocalDate.of(1980, 1, 1);
    private static final long DAYS_APART = 97;

    private CandidateSteps() {}

    static Command register(ScenarioFact fact) {
        boolean seconded = fact.text("targetGroup").equals("GEDETACHEERDE");
        return new RegisterCandidate(
                fact.candidate(),
                ScenarioFact.REGION,
                fact.effectiveOn(),
                fact.text("targetGroup"),
                seconded ? "WERKEND" : "WERKZOEKEND",
                false,
                null,
                seconded ? "WSW" : "UITKERING",
                "GEMEENTE",
                fact.text("cand"));
    }

    /** Nobody is called this, or was born on this day because of it. */
    static Command identify(ScenarioFact fact) {
        String number = fact.text("cand").substring(1);
        return new RecordCandidateDetails(
                fact.candidate(),
                fact.effectiveOn(),
                "Testkandidaat " + number,
                FIRST_BORN.plusDays(DAYS_APART * Integer.parseInt(number)),
                null);
    }

    static Command prefer(ScenarioFact fact) {
        return new RecordPreference(fact.candidate(), fact.effectiveOn(), fact.text("sec"), null, null, null);
    }

    static Command measureConfidence(ScenarioFact fact) {
        return new MeasureConfidence(
                fact.candidate(),
                fact.effectiveOn(),
                fact.trajectory(),
                "ZELFVERTROUWEN-10",
                "1",
                fact.number("score"),
                1,
                10,
                fact.text("moment"));
    }

    static Command recordOutcome(ScenarioFact fact) {
        return new RecordOutcome(
                fact.candidate(),
                fact.effectiveOn(),
                fact.trajectory(),
                "END",
                fact.text("outcome"),
                fact.text("detail").startsWith("KEUKEN") ? "KITCHEN" : "CLEANING",
                null,
                null,
                null,
                "WERKCOACH");
    }
}
