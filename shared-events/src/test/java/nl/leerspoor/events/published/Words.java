package nl.leerspoor.events.published;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.leerspoor.events.reference.CodeList;

/**
 * The words of the published language: what a component means, which is the same in every record that has it, and what it
 * may hold. A text is a code or has a pattern; there is no other.
 */
final class Words {

    /**
     * A word.
     *
     * @param dutch   what it means
     * @param codes   the codes that it may hold, if these are all; of a code list those that it ever had
     * @param list    the code list that they come from
     * @param pattern what it looks like, if it is a text without such codes
     */
    record Word(String dutch, Set<String> codes, Optional<CodeList> list, Optional<String> pattern) {}

    private static final Map<String, Word> WORDS = new TreeMap<>();

    static {
        plain("trajectoryId", "Het traject");
        plain("candidateId", "De kandidaat, onder een id dat op zichzelf niets zegt");
        plain("cohortId", "Het cohort");
        plain("leerbedrijfId", "Het leerbedrijf");
        plain("supervisorId", "De praktijkbegeleider, onder een id dat op zichzelf niets zegt");
        plain("trainingId", "De opleiding van praktijkbegeleiders");
        plain("praktijkovereenkomstId", "De praktijkovereenkomst");
        plain("verklaringId", "De verklaring");
        plain("ceremonyId", "De uitreiking");
        plain("pilotId", "De pilot van de regio");
        plain("lessonId", "De les, tip of open vraag");
        plain("contactPersonId", "De contactpersoon, onder een id dat op zichzelf niets zegt");
        plain("intendedLeerbedrijfId", "Het leerbedrijf waar de kandidaat op een plek wacht");
        plain("fromLeerbedrijfId", "Het leerbedrijf van waar");
        plain("fromSupervisorId", "De praktijkbegeleider van wie");
        plain("toLeerbedrijfId", "Het leerbedrijf waarheen");
        plain("toSupervisorId", "De praktijkbegeleider naar wie");
        plain("fromTrajectoryId", "Het traject in de andere regio, waarvan dit het vervolg is");
        plain("toTrajectoryId", "Het traject in de andere regio, dat het vervolg van dit is");
        plain("toCandidateId", "De kandidaat zoals de andere regio die kent");
        plain("intoCandidateId", "De kandidaat onder wie het voortaan komt");
        plain("snapshotId", "Het verslag");
        plain("supersededBy", "Het verslag dat ervoor in de plaats komt");
        plain("replacedBy", "De verklaring die ervoor in de plaats komt");
        plain("carriedOver", "Open trajecten die als gewone uitvoering verdergaan");
        plain("passed", "De praktijkbegeleiders die slaagden");
        plain("holdEventId", "Het `id` van de gebeurtenis waarmee het stilstaan begon");
        plain("judgedEventId", "Het `id` van de gebeurtenis waarin beoordeeld werd");
        plain("correctsEventId", "Het `id` van de gebeurtenis die verkeerd was");
        plain("retracts", "De `id`'s van de gebeurtenissen die er nooit geweest zijn");

        plain("effectiveOn", "Ingangsdatum: de dag vanaf wanneer het feit geldt");
        plain("plannedStart", "Geplande startdatum");
        plain("oldStart", "Startdatum zoals die was");
        plain("newStart", "Startdatum zoals die wordt");
        plain("expectedResumeOn", "Dag waarop men verwacht verder te gaan");
        plain("start", "Eerste dag");
        plain("end", "Laatste dag");
        plain("plannedEnd", "Gepland einde");
        plain("oldEnd", "Einde zoals dat was");
        plain("newEnd", "Einde zoals dat wordt");
        plain("from", "Eerste dag van het aanbod");
        plain("until", "Laatste dag van het aanbod");
        plain("validUntil", "Laatste dag waarop de opleiding telt");
        plain("lastAssessedOn", "Dag van de laatste beoordeling door SBB");
        plain("approvedOn", "Dag waarop de examencommissie de verklaring vaststelde");
        plain("ceremonyOn", "Dag van de uitreiking");
        plain("oldOn", "Dag van de uitreiking zoals die was");
        plain("newOn", "Dag van de uitreiking zoals die wordt");

        plain("validOn", "Peildatum: de dag waarover gerapporteerd wordt");
        plain("knownOn", "Kennisdatum: tot wanneer invoer meetelt");
        plain("definitionVersion", "Versie van de definities van de kengetallen");
        plain("level", "Mbo-niveau; 1 is entree");
        plain("year", "Kalenderjaar");
        plain("value", "Waarde van het doel");
        plain("targetInView", "Hoeveel kandidaten de regio in beeld wil krijgen");
        plain("weekYear", "Jaar van de ISO-week, rond de jaarwisseling soms een ander dan het kalenderjaar");
        plain("week", "ISO-week, 1 tot en met 53");
        plain("places", "Aantal plaatsen");
        plain("supervisionHoursPerWeek", "Uren begeleiding in een week");
        plain("maxCandidates", "Hoeveel kandidaten de praktijkbegeleider tegelijk begeleidt");
        plain("draftVersion", "Welke tekst van de overeenkomst, vanaf 1");
        plain("suitable", "Of het traject bij de kandidaat past");
        plain("goalReached", "Of alle werkprocessen van de koppeling bevestigd zijn");
        plain("endOfTrajectory", "Of het stilstaan ophield doordat het traject eindigde");

        list("region", "Arbeidsmarktregio", CodeList.REGIONS);
        list("fromRegion", "Arbeidsmarktregio vanwaar", CodeList.REGIONS);
        list("toRegion", "Arbeidsmarktregio waarheen", CodeList.REGIONS);
        list("sector", "Sector", CodeList.SECTORS);
        list("oldSector", "Sector zoals die ingevoerd was", CodeList.SECTORS);
        list("newSector", "Sector zoals die is", CodeList.SECTORS);
        list("sectors", "Sectoren", CodeList.SECTORS);
        list("crebo", "Nummer van de kwalificatie", CodeList.CREBOS);
        list("schoolId", "De school", CodeList.SCHOOLS);
        list("goal", "Doel van het traject", CodeList.GOALS);
        list("leerweg", "Leerweg", CodeList.LEERWEGEN);
        list("regime", "Wettelijke vorm van de verklaring", CodeList.DOCUMENT_REGIMES);
        list("progressionTarget", "Opleiding waarheen", CodeList.PROGRESSION_TARGETS);
        list("consentKind", "Waarmee ingestemd wordt", CodeList.CONSENT_KINDS);
        list("outcomeMoment", "Meetmoment", CodeList.OUTCOME_MOMENTS);
        list("declineReason", "Reden", CodeList.DECLINE_REASONS);
        list("secondaryReasons", "Verdere redenen", CodeList.DECLINE_REASONS);
        list("wouldReconsiderIf", "Wat de werkgever op andere gedachten zou brengen", CodeList.RECONSIDER_CONDITIONS);
        list("erkenningLossReason", "Reden", CodeList.ERKENNING_LOSS_REASONS);
        list("supersedingReason", "Reden", CodeList.SNAPSHOT_SUPERSEDING_REASONS);
        list("trainingKind", "Soort opleiding", CodeList.TRAINING_KINDS);
        list("organisationRole", "Rol van de organisatie", CodeList.ORGANISATION_ROLES);
        list("indicator", "Waarvoor het doel geldt", CodeList.TARGET_INDICATORS);
        list("lessonKind", "Les, tip of open vraag", CodeList.LESSON_KINDS);
        list("lessonCode", "Waarover", CodeList.LESSON_CODES);
        list(
                "cause",
                "Oorzaak; wat bij een persoon zelf ligt, staat er als OTHER",
                CodeList.CAUSES,
                code -> PersonalCauses.outside(code).equals(code));

        oneOf("phase", "INSTROOM voor de start van het leren, LOPEND erna", "INSTROOM", "LOPEND");
        oneOf(
                "status",
                "Status die het traject in de andere regio had",
                "REGISTERED",
                "NOT_SUITABLE",
                "SUITABLE",
                "IN_PROGRESS");
        oneOf("datePrecision", "Hoe precies de ingangsdatum bekend is", "DAY", "MONTH");

        text("werkproces", "Code van een werkproces", "^[A-Z]\\d+-K\\d+-W\\d+$");
        text("werkprocessen", "Codes van werkprocessen", "^[A-Z]\\d+-K\\d+-W\\d+$");
        text("confirmedWerkprocessen", "Codes van bevestigde werkprocessen", "^[A-Z]\\d+-K\\d+-W\\d+$");
        text("dossierVersion", "Versie van het kwalificatiedossier", "^[A-Za-z0-9.-]{1,20}$");
        text("companyNumber", "Nummer waaronder SBB het bedrijf kent", "^\\d{9}$");
    }

    private Words() {}

    /** The word of a component. */
    static Word of(String component) {
        Word word = WORDS.get(component);
        if (word == null) {
            throw new IllegalArgumentException("What does '" + component + "' mean outside? Say so in Words.");
        }
        return word;
    }

    /** All words, in alphabetical order. */
    static Set<String> all() {
        return WORDS.keySet();
    }

    private static void plain(String name, String dutch) {
        put(name, new Word(dutch, Set.of(), Optional.empty(), Optional.empty()));
    }

    private static void list(String name, String dutch, CodeList list) {
        list(name, dutch, list, code -> true);
    }

    private static void list(String name, String dutch, CodeList list, Predicate<String> told) {
        Set<String> codes = list.entries().stream()
                .map(CodeList.Entry::code)
                .filter(told)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        put(name, new Word(dutch, codes, Optional.of(list), Optional.empty()));
    }

    private static void oneOf(String name, String dutch, String... codes) {
        put(name, new Word(dutch, new LinkedHashSet<>(List.of(codes)), Optional.empty(), Optional.empty()));
    }

    private static void text(String name, String dutch, String pattern) {
        put(name, new Word(dutch, Set.of(), Optional.empty(), Optional.of(pattern)));
    }

    private static void put(String name, Word word) {
        if (WORDS.put(name, word) != null) {
            throw new IllegalArgumentException("'" + name + "' has two meanings");
        }
    }
}
