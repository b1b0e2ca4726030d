package nl.leerspoor.query.parked;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An event that a version of a view could not take, as it was parked by the projector. */
@Entity
@Immutable
@Table(name = "parked_event")
@IdClass(ParkedEvent.Place.class)
class ParkedEvent {

    /** @param version the name of the version, as {@code trajectories@2} */
    record Place(String version, long position) {}

    @Id
    @Column(name = "view")
    private String version;

    @Id
    private long position;

    @Column(name = "stream_id")
    private UUID stream;

    @Column(name = "event_id")
    private UUID event;

    @Column(name = "event_name")
    private String name;

    private String cause;
    private String sqlState;
    private int attempts;
    private Instant parkedAt;
    private Instant triedAt;
}
