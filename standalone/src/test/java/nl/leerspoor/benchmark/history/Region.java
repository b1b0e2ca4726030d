package nl.leerspoor.benchmark.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A region and everything in it that people there need to know of each other. */
final class Region {

    static final List<String> SECTORS = List.of("LOG", "DZ", "GP", "HV");

    /** The qualification that people learn for in each sector. */
    static final Map<String, String> CREBOS = Map.of("LOG", "25254", "DZ", "25251", "GP", "25258", "HV", "25252");

    private static final int WERKCOACHES = 12;

    final String code;
    final Journal journal;
    final Chance chance;
    final Agenda agenda;
    final List<Career> careers = new ArrayList<>();
    final Author lead;
    final Author school;
    final Author examencommissie;
    final Author accountManager;

    /** Where people move to. */
    Region neighbour;

    private final List<Supervisor> supervisors = new ArrayList<>();
    private final List<Ceremony> ceremonies = new ArrayList<>();
    private int references;

    Region(String code, Journal journal, Chance chance, Agenda agenda) {
        this.code = code;
        this.journal = journal;
        this.chance = chance;
        this.agenda = agenda;
        this.lead = new Author("projectlead-" + code, "PROJECT_LEAD", "REGION");
        this.school = new Author("schoolcoach-" + code, "SCHOOL_COACH", "ROC");
        this.examencommissie = new Author("examencommissie-" + code, "EXAMENCOMMISSIE", "ROC");
        this.accountManager = new Author("wsp-" + code, "ACCOUNT_MANAGER", "WSP");
    }

    Pen pen() {
        return new Pen(journal, chance);
    }

    /** A fresh id for something that is made on a day. */
    UUID idOn(LocalDate day) {
        return chance.idAt(day.toEpochDay() * 86_400_000L + chance.between(0, 86_399_999));
    }

    /** A fresh reference, as {@code AM05-K00017}. */
    String reference(String letter) {
        return "%s-%s%05d".formatted(code, letter, ++references);
    }

    Author anyWerkcoach() {
        return new Author("werkcoach-" + code + "-" + chance.between(1, WERKCOACHES), "WERKCOACH", "SWB");
    }

    void add(Supervisor supervisor) {
        supervisors.add(supervisor);
    }

    void add(Ceremony ceremony) {
        ceremonies.add(ceremony);
    }

    /** A supervisor of a sector who can take one more. */
    Optional<Supervisor> freeSupervisor(String sector, LocalDate today) {
        List<Supervisor> free = supervisors.stream()
                .filter(supervisor -> supervisor.sector().equals(sector) && supervisor.isFree(today))
                .toList();
        return free.isEmpty() ? Optional.empty() : Optional.of(chance.oneOf(free));
    }

    List<Supervisor> untrainedSupervisors() {
        return supervisors.stream().filter(Supervisor::mayEnrol).toList();
    }

    /** The first ceremony that is still to come in a week or later. */
    Optional<Ceremony> ceremonyAfter(LocalDate today) {
        return ceremonies.stream().filter(ceremony -> ceremony.isOpenOn(today)).findFirst();
    }
}
