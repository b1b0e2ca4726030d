package nl.leerspoor.query.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What figures need to know of a leerbedrijf; days are null for what did not happen. */
record Leerbedrijf(
        UUID id,
        String region,
        String sector,
        String state,
        LocalDate approachedOn,
        LocalDate interestedOn,
        LocalDate joinedOn,
        List<Decline> declines) {

    /** The columns that {@link #of} reads, in its order. */
    static final List<String> COLUMNS = List.of(
            "leerbedrijf_id",
            "region",
            "sector",
            "state",
            "approached_on",
            "interested_on",
            "joined_on",
            Columns.joined("decline_reasons"),
            Columns.joined("decline_sectors"));

    /** A no, for a sector; it stays countable after new contact (rule B24). */
    record Decline(UUID leerbedrijf, String region, String reason, String sector) {}

    static Leerbedrijf of(Columns columns) {
        UUID id = columns.id();
        String region = columns.code();
        String sector = columns.code();
        return new Leerbedrijf(
                id,
                region,
                sector,
                columns.code(),
                columns.day(),
                columns.day(),
                columns.day(),
                declines(id, region, sector, columns.codes(), columns.codes()));
    }

    boolean wasInterested() {
        return interestedOn != null;
    }

    boolean wasJoined() {
        return joinedOn != null;
    }

    boolean everDeclined() {
        return !declines.isEmpty();
    }

    private static List<Decline> declines(
            UUID id, String region, String sector, List<String> reasons, List<String> sectors) {
        return IntStream.range(0, reasons.size())
                .mapToObj(
                        i -> new Decline(id, region, reasons.get(i), sectors.get(i) == null ? sector : sectors.get(i)))
                .toList();
    }
}
