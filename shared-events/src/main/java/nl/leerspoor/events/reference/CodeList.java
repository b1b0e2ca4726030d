package nl.leerspoor.events.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The lists of codes that the administration uses: data with validity dates, kept in {@code reference/*.csv}, looked up
 * by the date on which a fact holds, and frozen in the event.
 */
public enum CodeList {
    REGIONS,
    SECTORS,
    CREBOS,
    DOSSIERS,
    SCHOOLS,
    DOCUMENT_REGIMES,
    CAUSES,
    STOP_REASONS,
    DECLINE_REASONS,
    RECONSIDER_CONDITIONS,
    REFERRAL_TARGETS,
    PROGRESSION_TARGETS,
    TARGET_GROUPS,
    LABOUR_STATUSES,
    INCOME_KINDS,
    REFERRERS,
    GOALS,
    STARTKWALIFICATIE_REASONS,
    EVIDENCE_KINDS,
    ASSESSOR_ROLES,
    OUTCOMES,
    OUTCOME_MOMENTS,
    OUTCOME_SOURCES,
    WORK_KINDS,
    CONTRACT_KINDS,
    CONFIDENCE_MOMENTS,
    CONSENT_KINDS,
    SKILL_KINDS,
    JUDGEMENTS,
    LEERWEGEN,
    SCHOOL_AGREEMENT_STATES,
    SIGNING_PARTIES,
    SIGN_METHODS,
    DISSOLUTION_GROUNDS,
    UNMATCH_REASONS,
    CORRECTION_REASONS,
    TRAINING_KINDS,
    EXEMPTION_BASES,
    ERKENNING_LOSS_REASONS,
    REFUSAL_REASONS,
    REVOCATION_GROUNDS,
    ISSUE_MANNERS,
    ORGANISATION_ROLES,
    TARGET_INDICATORS,
    LESSON_KINDS,
    LESSON_CODES,
    SNAPSHOT_SUPERSEDING_REASONS,
    DUTY_KINDS,
    DUTY_DISCHARGE_REASONS,
    PRIVACY_REQUESTERS,
    PRIVACY_EXTENSION_REASONS,
    PRIVACY_GRANT_GROUNDS,
    PRIVACY_REFUSAL_GROUNDS,
    PROCESSINGS,
    EXPORT_MANNERS,
    EXPORT_PARTS,
    DATA_RECIPIENTS,
    RETENTION_RULES;

    /**
     * One code.
     *
     * @param validFrom  first day on which it may be used
     * @param validTo    last day on which it may be used, or null when it is still in use
     * @param attributes further columns of the list, such as the sector of a crebo
     */
    public record Entry(
            String code,
            String dutch,
            String english,
            LocalDate validFrom,
            LocalDate validTo,
            Map<String, String> attributes) {

        public boolean isValidOn(LocalDate day) {
            return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
        }
    }

    private List<Entry> entries;

    /** All codes that the list ever had, in the order of the file. */
    public synchronized List<Entry> entries() {
        if (entries == null) {
            entries = read();
        }
        return entries;
    }

    /** The code as it stood on a day; empty when it did not exist or was not valid then. */
    public Optional<Entry> find(String code, LocalDate day) {
        return entries().stream()
                .filter(entry -> entry.code().equals(code) && entry.isValidOn(day))
                .findFirst();
    }

    /** The codes that may be used on a day. */
    public List<String> codesOn(LocalDate day) {
        return entries().stream()
                .filter(entry -> entry.isValidOn(day))
                .map(Entry::code)
                .toList();
    }

    /** The name of the list in files and in the API, in kebab case. */
    public String listName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<Entry> read() {
        String file = "/reference/" + listName() + ".csv";
        try (var stream = CodeList.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("Reference data is missing: " + file);
            }
            return parse(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("Reference data can't be read: " + file, e);
        }
    }

    private static List<Entry> parse(BufferedReader lines) throws IOException {
        String[] columns = lines.readLine().split(";", -1);
        List<Entry> result = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                result.add(entry(columns, line.split(";", -1)));
            }
        }
        return List.copyOf(result);
    }

    private static Entry entry(String[] columns, String[] values) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 5; i < columns.length; i++) {
            attributes.put(columns[i], values[i]);
        }
        return new Entry(
                values[0],
                values[1],
                values[2],
                LocalDate.parse(values[3]),
                values[4].isEmpty() ? null : LocalDate.parse(values[4]),
                Map.copyOf(attributes));
    }
}
