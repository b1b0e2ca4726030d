package nl.leerspoor.command.trajectory;

import nl.leerspoor.command.Refusal;

/** Why a command on a trajectory is refused. */
public enum TrajectoryRefusal implements Refusal {
    TRAJECTORY_NOT_OPENED("Het traject was toen nog niet geopend.", "The trajectory had not been opened then."),
    TRAJECTORY_ENDED("Het traject is al beëindigd.", "The trajectory has ended."),
    TRAJECTORY_ON_HOLD("Het traject staat on hold.", "The trajectory is on hold."),
    UNKNOWN_CANDIDATE("Deze kandidaat bestaat niet in deze regio.", "There is no such candidate in this region."),
    OPEN_TRAJECTORY_EXISTS(
            "De kandidaat heeft in deze regio al een open traject.",
            "The candidate has an open trajectory in this region already."),
    EVIDENCE_MISSING(
            "Er ontbreekt bewijs dat regulier entree-onderwijs aantoonbaar te lastig is.",
            "There is no evidence that regular entree is demonstrably too hard."),
    NOT_SUITABLE(
            "De intake vond de kandidaat niet geschikt voor deze route.",
            "The intake did not find the candidate suitable."),
    INTAKE_OPEN("De intake is nog niet afgerond.", "The intake is not finished."),
    ALREADY_MATCHED("Er is al een match.", "There is a match already."),
    SAME_WERKCOACH("Deze werkcoach heeft het traject al.", "This werkcoach has the trajectory already."),
    NO_PLANNED_START("Er is geen geplande start.", "No start is planned."),
    START_ALREADY_PLANNED(
            "Er is al een start gepland; stel die uit in plaats van opnieuw te plannen.",
            "A start is planned already; postpone it instead of planning again."),
    PLANNED_START_IN_PAST("De geplande start ligt in het verleden.", "The planned start lies in the past."),
    NOT_LATER("De nieuwe start ligt niet later dan de oude.", "The new start is not later than the old one."),
    ALREADY_STARTED("Het leren is al begonnen.", "Learning has started already."),
    ALREADY_WAITLISTED("De kandidaat staat al op de wachtlijst.", "The candidate is on the waiting list already."),
    NOT_WAITLISTED("De kandidaat staat niet op de wachtlijst.", "The candidate is not on the waiting list."),
    UNKNOWN_LEERBEDRIJF("Dit leerbedrijf bestaat niet.", "There is no such leerbedrijf."),
    UNKNOWN_SUPERVISOR("Deze praktijkbegeleider bestaat niet.", "There is no such supervisor."),
    CREBO_OF_OTHER_SECTOR(
            "Deze crebo hoort niet bij de sector van het traject.",
            "This crebo does not belong to the trajectory's sector."),
    CREBO_OF_OTHER_DOSSIER(
            "Deze crebo hoort niet bij het dossier van deze school.",
            "This crebo does not belong to this school's dossier."),
    OUTSIDE_PREFERENCE(
            "De plek ligt buiten de voorkeur van de kandidaat; leg de instemming met datum vast.",
            "The place lies outside the candidate's preference; record their agreement with its date."),
    NOT_MATCHED("Er is geen match.", "There is no match."),
    POK_NOT_ACTIVE("Er is geen actieve praktijkovereenkomst.", "There is no active praktijkovereenkomst."),
    START_OUTSIDE_POK(
            "De start valt buiten de periode van de praktijkovereenkomst.",
            "The start lies outside the period of the praktijkovereenkomst."),
    SAME_PLACE("Dit is dezelfde plek.", "This is the same place."),
    ALREADY_ON_HOLD("Het traject staat al on hold.", "The trajectory is on hold already."),
    NOT_ON_HOLD("Het traject staat niet on hold.", "The trajectory is not on hold."),
    ON_HOLD_FOR_OTHER_REASON(
            "Het traject staat om een andere reden on hold, los van dit cohort.",
            "The trajectory is on hold for another reason, apart from this cohort."),
    EXPECTED_RESUME_NOT_LATER(
            "De verwachte hervatting ligt niet later dan de hold.",
            "The expected resumption does not lie later than the hold."),
    NOT_A_HOLD("Dit feit is geen hold van dit traject.", "This fact is not a hold of this trajectory."),
    NOT_STARTED("Het leren is nog niet begonnen.", "Learning has not started."),
    WERKPROCES_NOT_IN_POK(
            "Dit werkproces staat niet in de praktijkovereenkomst.",
            "This werkproces is not in the praktijkovereenkomst."),
    NOT_THE_SUPERVISOR(
            "Dit is niet de praktijkbegeleider van het traject op die datum.",
            "This is not the supervisor of the trajectory on that date."),
    NOT_JUDGED_MASTERED(
            "Er is geen oordeel dat dit werkproces wordt beheerst.",
            "There is no judgement that this werkproces is mastered."),
    ALREADY_CONFIRMED("Dit werkproces is al bevestigd.", "This werkproces is confirmed already."),
    JUDGE_MAY_NOT_CONFIRM(
            "Wie oordeelde, mag niet zelf bevestigen.", "The one who judged may not be the one who confirms."),
    WEEK_NOT_IN_TRAJECTORY("Deze week valt niet binnen het traject.", "This week does not lie within the trajectory."),
    NO_CONFIRMED_WERKPROCES(
            "Er is geen bevestigd werkproces; stop het traject in plaats van het af te ronden.",
            "No werkproces is confirmed; stop the trajectory instead of completing it."),
    STANDS_ON_ISSUED_VERKLARING(
            "Dit werkproces staat op een uitgereikte verklaring; trek die eerst in of vervang die.",
            "This werkproces stands on an issued verklaring; revoke or replace that first."),
    STANDS_ON_VERKLARING(
            "Dit werkproces staat op een verklaring in voorbereiding; trek die eerst terug.",
            "This werkproces stands on a verklaring in preparation; withdraw that first."),
    NOT_IN_PROGRESS_OR_COMPLETED(
            "Dit kan pas tijdens of na het leren.", "This can be done only during or after learning."),
    SAME_REGION("Het traject is al in deze regio.", "The trajectory is in this region already."),
    UNCHANGED("Er verandert niets.", "Nothing changes."),
    ALREADY_RETRACTED("Dit feit is al herroepen.", "This fact was retracted already."),
    NOT_RETRACTABLE("Dit feit kan zo niet worden herroepen.", "This fact can't be retracted this way.");

    private final String dutch;
    private final String english;

    TrajectoryRefusal(String dutch, String english) {
        this.dutch = dutch;
        this.english = english;
    }

    @Override
    public String dutch() {
        return dutch;
    }

    @Override
    public String english() {
        return english;
    }
}
