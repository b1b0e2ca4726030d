package nl.leerspoor.command.candidate;

import java.time.LocalDate;
import java.util.UUID;
import nl.leerspoor.command.Given;
import nl.leerspoor.command.Timeline;
import nl.leerspoor.command.candidate.Candidate.NotRegistered;
import nl.leerspoor.events.candidate.CandidateEvent;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateDetailsRecorded;
import nl.leerspoor.events.candidate.CandidateEvent.CandidateRegistered;
import nl.leerspoor.events.candidate.CandidateEvent.ConsentGiven;
import nl.leerspoor.events.candidate.CandidateEvent.PreferenceRecorded;

/** Facts about a fictitious candidate. */
final class CandidateFacts {

    static final String TWENTE = "AM05";
    static final UUID CANDIDATE = UUID.fromString("00000000-0000-0000-0000-0000000000c1");
    static final LocalDate REGISTERED_ON = LocalDate.parse("2020-01-15");

    private CandidateFacts() {}

    static Timeline<CandidateEvent, Candidate> given(CandidateEvent... events) {
        return Given.facts(new NotRegistered(), Candidate::evolve, events);
    }

    static CandidateRegistered registered() {
        return new CandidateRegistered(
                CANDIDATE,
                TWENTE,
                REGISTERED_ON,
                CANDIDATE,
                "STATUSHOUDER",
                "WERKZOEKEND",
                false,
                null,
                "UITKERING",
                "GEMEENTE",
                null,
                null);
    }

    static PreferenceRecorded preferred(String sector, String on) {
        return new PreferenceRecorded(CANDIDATE, TWENTE, LocalDate.parse(on), sector, null, null, null);
    }

    static ConsentGiven consented(String kind, String on) {
        return new ConsentGiven(CANDIDATE, TWENTE, LocalDate.parse(on), kind);
    }

    static CandidateDetailsRecorded identified(LocalDate on) {
        return new CandidateDetailsRecorded(
                CANDIDATE, TWENTE, on, CANDIDATE, "Testkandidaat 009", LocalDate.parse("2000-01-09"), null);
    }
}
