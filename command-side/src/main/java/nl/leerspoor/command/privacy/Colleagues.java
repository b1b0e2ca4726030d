package nl.leerspoor.command.privacy;

import static nl.leerspoor.command.CommonRefusal.PERSON_ERASED;
import static nl.leerspoor.command.Decision.rejected;
import static nl.leerspoor.command.privacy.PrivacyRefusal.UNKNOWN_CONTACT_PERSON_OF_CASE;
import static nl.leerspoor.command.privacy.PrivacyRefusal.UNKNOWN_SUPERVISOR_OF_CASE;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.leerspoor.command.Decision;
import nl.leerspoor.command.Joint;
import nl.leerspoor.command.Streams;
import nl.leerspoor.command.candidate.Erasing.Ground;
import nl.leerspoor.command.leerbedrijf.LeerbedrijfStream;
import nl.leerspoor.command.privacy.Handling.About;
import nl.leerspoor.command.privacy.PrivacyCase.Request;
import nl.leerspoor.command.privacy.PrivacyCase.SubjectKind;
import nl.leerspoor.command.privacy.PrivacyCommand.OpenPrivacyCase;
import nl.leerspoor.command.supervisor.SupervisorStream;
import nl.leerspoor.events.privacy.PrivacyEvent;
import nl.leerspoor.platform.eventstore.PersonStreams;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Supervisors and contact persons as people with data of their own: found for a request, and erased in the streams in which
 * it stands who they are. A contact person may speak for several leerbedrijven.
 */
@Component
class Colleagues {

    private final Repository<SupervisorStream> supervisors;
    private final Repository<LeerbedrijfStream> leerbedrijven;
    private final JdbcClient jdbc;

    Colleagues(
            Repository<SupervisorStream> supervisors,
            Repository<LeerbedrijfStream> leerbedrijven,
            @Qualifier("commandJdbc") JdbcClient jdbc) {
        this.supervisors = supervisors;
        this.leerbedrijven = leerbedrijven;
        this.jdbc = jdbc;
    }

    /** A request of a supervisor. */
    Decision<PrivacyEvent> ofSupervisor(PrivacyCase state, OpenPrivacyCase command) {
        UUID id = command.supervisorId();
        return Streams.find(supervisors, id)
                .<Decision<PrivacyEvent>>map(found -> found.invoke(stream -> {
                    if (stream.isErased()) {
                        return rejected(PERSON_ERASED);
                    }
                    return stream.isRegistered(command.region(), command.effectiveOn())
                            ? Handling.open(state, command, new About(SubjectKind.SUPERVISOR, id, id))
                            : rejected(UNKNOWN_SUPERVISOR_OF_CASE);
                }))
                .orElse(rejected(UNKNOWN_SUPERVISOR_OF_CASE));
    }

    /** A request of somebody who speaks or spoke for a leerbedrijf. */
    Decision<PrivacyEvent> ofContactPerson(PrivacyCase state, OpenPrivacyCase command) {
        UUID person = command.contactPersonId();
        UUID leerbedrijf = command.leerbedrijfId();
        return Streams.find(leerbedrijven, leerbedrijf)
                .<Decision<PrivacyEvent>>map(found -> found.invoke(stream -> {
                    if (stream.isErased(person)) {
                        return rejected(PERSON_ERASED);
                    }
                    return stream.region().equals(command.region()) && stream.wasNamed(person, command.effectiveOn())
                            ? Handling.open(state, command, new About(SubjectKind.CONTACT_PERSON, leerbedrijf, person))
                            : rejected(UNKNOWN_CONTACT_PERSON_OF_CASE);
                }))
                .orElse(rejected(UNKNOWN_CONTACT_PERSON_OF_CASE));
    }

    /** Adds the sign of erasure in each stream that tells who the person is, or why it can't be done. */
    void erase(Joint joint, UUID person, Ground ground) {
        guiding(person)
                .forEach(found -> joint.with(
                        found,
                        found.invoke(
                                stream -> stream.erase(ground.privacyCaseId(), ground.on(), ground.legalBasis()))));
        speaking(person)
                .forEach(found -> joint.with(
                        found,
                        found.invoke(stream ->
                                stream.erase(person, ground.privacyCaseId(), ground.on(), ground.legalBasis()))));
    }

    /**
     * The same for somebody whom a restored backup brought back, in whatever streams they stand.
     *
     * @return whether there was anything to sign
     */
    boolean eraseAgain(Joint joint, UUID person, Ground ground) {
        List<Aggregate<SupervisorStream>> guiding = guiding(person);
        List<Aggregate<LeerbedrijfStream>> speaking = speaking(person);
        guiding.forEach(found -> joint.with(
                found,
                found.invoke(stream -> stream.eraseAgain(ground.privacyCaseId(), ground.on(), ground.legalBasis()))));
        speaking.forEach(found -> joint.with(
                found,
                found.invoke(stream ->
                        stream.eraseAgain(person, ground.privacyCaseId(), ground.on(), ground.legalBasis()))));
        return !guiding.isEmpty() || !speaking.isEmpty();
    }

    private List<Aggregate<SupervisorStream>> guiding(UUID person) {
        return Streams.find(supervisors, person).stream()
                .filter(found -> !found.invoke(SupervisorStream::isErased))
                .toList();
    }

    private List<Aggregate<LeerbedrijfStream>> speaking(UUID person) {
        return spokenFor(person).stream()
                .filter(found -> !found.invoke(stream -> stream.isErased(person)))
                .toList();
    }

    /** The facts that put something right about the person since a request came in. */
    Set<UUID> corrections(Request request) {
        return switch (request.subjectKind()) {
            case CANDIDATE -> Set.of();
            case SUPERVISOR ->
                Streams.load(supervisors, request.subjectId())
                        .invoke(stream -> stream.detailsSince(request.receivedOn()));
            case CONTACT_PERSON ->
                spokenFor(request.personId()).stream()
                        .flatMap(found -> found.invoke(
                                stream -> stream.namedSince(request.personId(), request.receivedOn()).stream()))
                        .collect(Collectors.toSet());
        };
    }

    /** The leerbedrijven for which somebody ever spoke. */
    private List<Aggregate<LeerbedrijfStream>> spokenFor(UUID person) {
        return PersonStreams.leerbedrijven(jdbc, person).stream()
                .map(id -> Streams.load(leerbedrijven, id))
                .toList();
    }
}
