package nl.leerspoor.query.privacy.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leerspoor.events.PersonalData;
import nl.leerspoor.platform.personaldata.Opened;
import nl.leerspoor.platform.personaldata.PersonOpening;
import nl.leerspoor.platform.personaldata.PersonOpening.Opener;
import nl.leerspoor.platform.personaldata.Place;
import nl.leerspoor.query.privacy.export.PersonExport.Kind;
import nl.leerspoor.query.privacy.export.PersonExport.Look;
import nl.leerspoor.query.privacy.export.PersonExport.Part;
import nl.leerspoor.query.privacy.export.PersonExport.Told;
import nl.leerspoor.query.projection.EventLog;
import nl.leerspoor.query.question.KeptUntil;
import nl.leerspoor.query.question.Scope;
import nl.leerspoor.query.question.ScopedViews;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gathers everything about one person: the events of all streams that are theirs, in all regions, opened; what the views
 * make of them; and who looked. Nothing of it is kept.
 */
@Component
class Gathering {

    /** What a person gave themselves (AVG art. 20(1)). */
    private static final Set<String> GIVEN = Set.of(
            "candidate.CandidateDetailsRecorded",
            "candidate.CandidateDetailsRectified",
            "candidate.PreferenceRecorded",
            "candidate.ConfidenceMeasured",
            "candidate.ConsentGiven",
            "candidate.ConsentWithdrawn",
            "supervisor.SupervisorDetailsRecorded",
            "leerbedrijf.ContactPersonNamed");

    /** The tables with rows of a person, each with the column that says so. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("candidate_period", "candidate_id");
        TABLES.put("candidate_details_period", "candidate_id");
        TABLES.put("trajectory_period", "candidate_id");
        TABLES.put("praktijkovereenkomst_period", "candidate_id");
        TABLES.put("verklaring_period", "candidate_id");
        TABLES.put("duty_period", "candidate_id");
        TABLES.put("privacy_case_period", "person_id");
        TABLES.put("supervisor_period", "supervisor_id");
    }

    /** What of a row says nothing of the person: how it is kept, and keyed hashes to search by. */
    private static final String[] TECHNICAL = {
        "row_id", "applied_position", "valid", "known", "name_words", "duplicate_key"
    };

    private final ScopedViews views;
    private final EventLog log;
    private final PersonOpening opening;
    private final KeptUntil kept;
    private final JdbcClient store;
    private final JsonMapper json;
    private final Clock clock;

    Gathering(
            ScopedViews views,
            EventLog log,
            PersonOpening opening,
            KeptUntil kept,
            @Qualifier("projectorJdbc") JdbcClient store,
            JsonMapper json,
            Clock clock) {
        this.views = views;
        this.log = log;
        this.opening = opening;
        this.kept = kept;
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    /** The place of the newest event: a copy has everything that was recorded by now. */
    long newest() {
        return store.sql("select coalesce(max(global_index), 0) from eventstore.domain_event_entry")
                .query(Long.class)
                .single();
    }

    /** What a case asks a copy for. */
    record Request(
            UUID privacyCaseId,
            String region,
            Kind kind,
            String subjectKind,
            UUID subjectId,
            UUID personId,
            List<String> withheld) {

        private boolean gets(Part part) {
            return (kind == Kind.ACCESS || part == Part.DETAILS || part == Part.NOTES || part == Part.COURSE)
                    && !withheld.contains(part.name());
        }
    }

    /** The streams of a person, and all ids that are theirs. */
    private record Own(List<UUID> streams, Set<String> ids) {}

    /**
     * Everything but who looked, which has to be read once this reading is written down, too.
     *
     * @throws nl.leerspoor.platform.personaldata.KeysAway when what is sealed can't be opened now
     */
    PersonExport of(Scope scope, Request request, UUID exportId) {
        Scope everywhere = scope.beyondRegions();
        Own own = own(everywhere, request);
        Map<UUID, Opener> openers = new HashMap<>();
        List<EventLog.Entry> entries = own.streams().stream()
                .flatMap(stream -> log.ofStream(stream).stream())
                .filter(isAbout(request))
                .sorted(Comparator.comparing(EventLog.Entry::position))
                .toList();
        Set<String> retracted = entries.stream()
                .flatMap(entry -> Stream.concat(
                        Stream.of(entry.payload().path("retractsEventId")),
                        entry.payload().path("alsoRetracts").valueStream()))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        List<Told> told = entries.stream()
                .filter(entry -> request.kind() == Kind.ACCESS || isGiven(entry))
                .filter(entry -> request.gets(Part.of(entry.name())))
                .map(entry -> told(entry, own, retracted, openers))
                .toList();
        boolean access = request.kind() == Kind.ACCESS;
        return new PersonExport(
                exportId,
                request.kind(),
                request.privacyCaseId(),
                request.personId(),
                clock.instant(),
                told,
                request.gets(Part.OVERVIEWS) ? rows(everywhere, own) : Map.of(),
                List.of(),
                request.gets(Part.RECIPIENTS) ? recipients(everywhere, own) : List.of(),
                access ? kept.of(scope, request.personId()) : Optional.empty(),
                request.withheld());
    }

    /** The same with who looked, this reading included. */
    PersonExport withLooks(Scope scope, PersonExport export) {
        return export.kind() == Kind.ACCESS && export.has(Part.LOOKS)
                ? new PersonExport(
                        export.exportId(),
                        export.kind(),
                        export.privacyCaseId(),
                        export.personId(),
                        export.madeAt(),
                        export.events(),
                        export.views(),
                        looks(scope.beyondRegions(), export.personId()),
                        export.recipients(),
                        export.keptUntil(),
                        export.withheld())
                : export;
    }

    private Own own(Scope everywhere, Request request) {
        List<UUID> subjects = request.subjectKind().equals("CANDIDATE")
                ? log.candidatesOf(request.personId())
                : request.subjectKind().equals("CONTACT_PERSON")
                        ? log.spokenFor(request.personId())
                        : List.of(request.subjectId());
        List<UUID> trajectories = ofCandidates(everywhere, "trajectory", subjects);
        List<UUID> streams = Stream.of(
                        subjects,
                        trajectories,
                        ofCandidates(everywhere, "praktijkovereenkomst", subjects),
                        ofCandidates(everywhere, "verklaring", subjects),
                        ofCandidates(everywhere, "duty", subjects),
                        ids(
                                everywhere,
                                "select distinct privacy_case_id from query.privacy_case_period where person_id = any(:of)",
                                List.of(request.personId())))
                .flatMap(List::stream)
                .toList();
        Set<String> ids = new HashSet<>();
        Stream.of(subjects, trajectories, List.of(request.personId()))
                .flatMap(List::stream)
                .map(UUID::toString)
                .forEach(ids::add);
        // who was merged into the person has a key of their own, under which their own streams are sealed
        subjects.stream()
                .flatMap(stream -> log.ofStream(stream).stream())
                .filter(entry -> entry.name().equals("candidate.CandidateRegistered"))
                .forEach(entry -> ids.add(entry.payload().path("personId").asString()));
        return new Own(streams, ids);
    }

    private List<UUID> ofCandidates(Scope everywhere, String what, List<UUID> candidates) {
        return ids(
                everywhere,
                "select distinct %1$s_id from query.%1$s_period where candidate_id = any(:of)".formatted(what),
                candidates);
    }

    private List<UUID> ids(Scope everywhere, String sql, List<UUID> of) {
        return views.read(
                everywhere,
                jdbc -> jdbc.sql(sql + " order by 1")
                        .param("of", of.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    /** Of the stream of a leerbedrijf, only what tells who the person is. */
    private static Predicate<EventLog.Entry> isAbout(Request request) {
        String person = request.personId().toString();
        return entry -> !entry.name().startsWith("leerbedrijf.")
                || person.equals(entry.payload().path("contactPersonId").asString(""))
                || person.equals(entry.payload().path("personId").asString(""));
    }

    private static boolean isGiven(EventLog.Entry entry) {
        return GIVEN.contains(entry.name())
                || entry.name().equals("candidate.OutcomeRecorded")
                        && entry.payload().path("source").asString("").equals("SELF");
    }

    private Told told(EventLog.Entry entry, Own own, Set<String> retracted, Map<UUID, Opener> openers) {
        var payload = new OthersLeftOut(
                        own.ids(),
                        (member, envelope) -> opened(openers.computeIfAbsent(envelope.person(), opening::of)
                                .open(new Place(envelope.person(), entry.name(), member), envelope)))
                .of(entry.payload());
        return new Told(
                entry.id(),
                stream(entry),
                entry.version(),
                entry.name(),
                entry.revision(),
                LocalDate.parse(entry.payload().path("effectiveOn").asString()),
                entry.recordedAt(),
                entry.metadata().path("role").asString(""),
                entry.metadata().path("organisation").asString(""),
                retracted.contains(entry.id().toString()),
                payload);
    }

    private JsonNode opened(Opened opened) {
        return switch (opened) {
            case Opened.Value value -> json.readTree(value.bytes());
            case Opened.Erased erased -> JsonNodeFactory.instance.stringNode(PersonalData.ERASED);
            case Opened.Fault fault ->
                throw new IllegalStateException("What is sealed for a person can't be read: " + fault.cause());
        };
    }

    private static UUID stream(EventLog.Entry entry) {
        String family = entry.name().substring(0, entry.name().indexOf('.'));
        return UUID.fromString(entry.payload()
                .path(family.equals("privacy") ? "privacyCaseId" : family + "Id")
                .asString());
    }

    private Map<String, List<JsonNode>> rows(Scope everywhere, Own own) {
        var nobodyElse = new OthersLeftOut(own.ids(), (member, envelope) -> JsonNodeFactory.instance.nullNode());
        Map<String, List<JsonNode>> rows = new LinkedHashMap<>();
        UUID[] ids = own.ids().stream().map(UUID::fromString).toArray(UUID[]::new);
        TABLES.forEach((table, column) -> {
            List<JsonNode> found = views
                    .read(
                            everywhere,
                            jdbc -> jdbc.sql("select cast(to_jsonb(t) - cast(:technical as text[]) as text) from query."
                                            + table
                                            + " t where " + column + " = any(:ids) and known_until = 'infinity'"
                                            + " order by holds_from")
                                    .param("technical", TECHNICAL)
                                    .param("ids", ids)
                                    .query(String.class)
                                    .list())
                    .stream()
                    .map(json::readTree)
                    .map(nobodyElse::of)
                    .toList();
            if (!found.isEmpty()) {
                rows.put(table, found);
            }
        });
        return rows;
    }

    /** Leerbedrijven and schools that the person was matched with, by name where there is one, and whom a paper went to. */
    private List<String> recipients(Scope everywhere, Own own) {
        UUID[] ids = own.ids().stream().map(UUID::fromString).toArray(UUID[]::new);
        return views.read(
                everywhere,
                jdbc -> jdbc.sql("""
                                select distinct 'leerbedrijf ' || coalesce(l.name, cast(t.leerbedrijf_id as text)) as who
                                  from query.trajectory_period t
                                  left join query.leerbedrijf_period l
                                       on l.leerbedrijf_id = t.leerbedrijf_id and l.known_until = 'infinity'
                                 where t.candidate_id = any(:ids) and t.leerbedrijf_id is not null
                                union
                                select distinct 'school ' || t.school_id from query.trajectory_period t
                                 where t.candidate_id = any(:ids) and t.school_id is not null
                                order by who""").param("ids", ids).query(String.class).list());
    }

    private List<Look> looks(Scope everywhere, UUID person) {
        return views.read(
                everywhere,
                jdbc -> jdbc.sql("select start_time, name, roles, organisation, region from query.processing_log"
                                + " where data_subject_id = :person or data_subject_id in ("
                                // whoever turned out to be this person was looked at under another id before
                                + "select person_id from query.candidate_details_period where candidate_id in ("
                                + "select candidate_id from query.candidate_details_period where person_id = :person))"
                                + " order by start_time desc, region")
                        .param("person", person)
                        .query((row, n) -> look(row))
                        .list());
    }

    private static Look look(ResultSet row) throws SQLException {
        return new Look(
                row.getTimestamp("start_time").toInstant(),
                row.getString("name"),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getString("organisation"),
                row.getString("region"));
    }

    /** The JSON of a copy, in the format of its kind. */
    JsonNode json(PersonExport export) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", export.kind().format());
        root.put("exportId", export.exportId().toString());
        root.put("privacyCaseId", export.privacyCaseId().toString());
        root.put("personId", export.personId().toString());
        root.put("madeAt", export.madeAt().toString());
        root.set("withheld", json.valueToTree(export.withheld()));
        root.set("events", json.valueToTree(export.events()));
        if (export.kind() == Kind.ACCESS) {
            root.set("views", json.valueToTree(export.views()));
            root.set("looks", json.valueToTree(export.looks()));
            root.set("recipients", json.valueToTree(export.recipients()));
            export.keptUntil().ifPresent(until -> root.set("keptUntil", json.valueToTree(until)));
        }
        return root;
    }
}
