package nl.leerspoor.query.stream;

import java.time.Instant;
import java.util.UUID;

/**
 * What is published of an event: one CloudEvent, in the bytes that every channel sends.
 *
 * @param position the place of the event among all
 * @param id       of the event; it may be published in two versions, of which a reader is told one
 * @param recordedAt when the event was recorded; the {@code time} of the CloudEvent
 * @param type     of the CloudEvent
 * @param region   whose it is
 * @param subject  the id of what it tells of
 * @param bytes    the CloudEvent as JSON, in UTF-8; nobody changes them
 */
public record Message(
        long position, UUID id, Instant recordedAt, String type, String region, UUID subject, byte[] bytes) {}
