package nl.leerspoor.query.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.leerspoor.query.question.Columns;
import nl.leerspoor.query.question.TwoClocks;

/** What is told of a request of a person about their own data: ids, dates and grounds, and nothing of what is known of them. */
@Schema(name = "PrivacyCase", description = "Een verzoek van iemand over de eigen gegevens, op een peildatum")
record PrivacyCaseView(
        UUID id,
        @Schema(example = "AM05") String region,

        @Schema(description = "ACCESS, RECTIFICATION, ERASURE, OBJECTION of PORTABILITY", example = "ERASURE")
        String kind,

        @Schema(description = "CANDIDATE, SUPERVISOR of CONTACT_PERSON", example = "CANDIDATE")
        String subjectKind,

        @Schema(description = "De kandidaat, de praktijkbegeleider, of het leerbedrijf van de contactpersoon")
        UUID subjectId,

        UUID personId,
        @Schema(example = "PERSON") String requestedBy,
        LocalDate receivedOn,

        @Schema(description = "Laatste dag om te antwoorden (AVG art. 12 lid 3)")
        LocalDate dueOn,

        @Schema(
                description = "Dagen tot en met de laatste dag, op de peildatum; onder nul is die voorbij. Leeg als er"
                        + " niets meer te doen is",
                example = "12",
                nullable = true)
        Integer daysLeft,

        @Schema(
                description = "OPEN, GRANTED, PARTLY_GRANTED, REFUSED of EXECUTED, op de peildatum",
                example = "GRANTED")
        String state,

        @Schema(description = "Waarop de toewijzing rust", example = "AVG_17_1_A", nullable = true)
        String ground,

        @Schema(
                description = "Waarop het verzoek is afgewezen, of een deel ervan",
                example = "AVG_15_4",
                nullable = true)
        String refusedGround,

        @Schema(description = "Delen van de kopie die de persoon niet krijgt")
        List<String> withheld,

        @Schema(nullable = true) LocalDate decidedOn,
        @Schema(nullable = true) LocalDate executedOn,

        @Schema(description = "De kopie die is overhandigd", nullable = true)
        UUID exportId,

        @Schema(description = "Waartegen bezwaar is gemaakt")
        List<String> processings,

        @Schema(description = "Wat daarvan is beëindigd") List<String> endedProcessings,

        @Schema(description = "Of ontvangers nog moeten horen wat verbeterd of gewist is (AVG art. 19)")
        boolean toInform,

        @Schema(description = "Wie dat gehoord hebben") List<String> recipients) {

    /** The columns of a case, with what only the candidate tells: that an erasure was carried out. */
    static final String SOURCE = """
            select p.*, coalesce(p.carried_out_on, erased.erased_on) as executed_on,
                   case when p.state = 'GRANTED' and erased.erased_on is not null then 'EXECUTED' else p.state end as phase,
                   case when p.state in ('OPEN', 'GRANTED', 'PARTLY_GRANTED') and erased.erased_on is null
                        then p.due_on - cast(:validOn as date) end as days_left
              from query.privacy_case_period p
              left join (select d.candidate_id as of_candidate, d.erased_on
                           from query.candidate_details_period d where hold(d)) erased
                   on p.kind = 'ERASURE' and erased.of_candidate = p.subject_id
             where hold(p)""";

    static PrivacyCaseView of(Columns row, TwoClocks clocks) {
        return new PrivacyCaseView(
                row.id("privacy_case_id"),
                row.text("region"),
                row.text("kind"),
                row.text("subject_kind"),
                row.id("subject_id"),
                row.id("person_id"),
                row.text("requested_by"),
                row.day("received_on"),
                row.day("due_on"),
                row.number("days_left"),
                row.text("phase"),
                row.text("ground"),
                row.text("refused_ground"),
                row.texts("withheld"),
                row.day("decided_on"),
                row.day("executed_on"),
                row.id("export_id"),
                row.texts("processings"),
                row.texts("ended_processings"),
                row.yesOrNo("to_inform"),
                row.texts("recipients"));
    }
}
