package nl.leerspoor.query.privacy.export;

import java.util.ArrayList;
import java.util.List;
import nl.leerspoor.events.reference.CodeList;
import nl.leerspoor.query.privacy.export.PersonExport.Kind;
import nl.leerspoor.query.privacy.export.PersonExport.Look;
import nl.leerspoor.query.privacy.export.PersonExport.Part;
import nl.leerspoor.query.privacy.export.PersonExport.Told;
import tools.jackson.databind.JsonNode;

/**
 * The page of a copy: plain Dutch (level B1), whole in itself, without anything that runs or is fetched from elsewhere, fit
 * for paper and for who has it read aloud.
 */
final class ExportPage {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="nl">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
            body { font-family: sans-serif; font-size: 1.1em; line-height: 1.5; max-width: 60em; margin: 2em auto;
                   padding: 0 1em; color: #1a1a1a; background: #fff; }
            table { border-collapse: collapse; width: 100%%; margin: 1em 0; }
            caption { text-align: left; font-weight: bold; padding: .3em 0; }
            th, td { border: 1px solid #767676; padding: .4em .6em; text-align: left; vertical-align: top; }
            th { background: #eee; }
            td { overflow-wrap: anywhere; }
            thead { display: table-header-group; }
            tr, h2 { break-inside: avoid; break-after: auto; }
            h2 { break-after: avoid; margin-top: 2em; }
            @media print { body { margin: 0; max-width: none; font-size: 10pt; } }
            </style>
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            """;

    private static final String ABOUT_ACCESS = """
            <p>U hebt gevraagd welke gegevens wij van u hebben. Hier staan ze. Deze kopie is gemaakt op %1$s.
            Het nummer van deze kopie is %2$s.</p>
            <p>Begrijpt u iets niet, of klopt er iets niet? Vraag het aan degene van wie u deze kopie hebt gekregen.</p>
            <h2>Waarom wij uw gegevens hebben</h2>
            <p>Wij helpen mensen om te leren in de praktijk en een praktijkverklaring te halen. Daarvoor moeten wij weten wie
            u bent, wat u wilt leren, waar u leert en hoe het gaat. De gegevens komen van u zelf, van uw werkcoach, van uw
            leerbedrijf en van uw school. Geen computer beslist over u.</p>
            """;

    private static final String ABOUT_PORTABILITY = """
            <p>U hebt gevraagd om de gegevens die u zelf aan ons hebt gegeven, om mee te nemen. Hier staan ze. Deze kopie is
            gemaakt op %1$s. Het nummer van deze kopie is %2$s.</p>
            <p>Het bestand <strong>gegevens.json</strong> is voor computers. Een andere organisatie kan het inlezen.</p>
            """;

    private static final String RIGHTS = """
            <p>Wij bewaren uw gegevens zo lang dat nodig is om u te helpen, en zo lang de wet het vraagt. Daarna wissen wij wie u
            bent. Dan blijft alleen over wat nodig is om te tellen, en dat zegt niet meer wie u was. Uw school bewaart
            gegevens over uw praktijkverklaring zelf.</p>
            <h2>Wat u kunt doen</h2>
            <ul>
            <li>Klopt er iets niet? Dan kunt u vragen om het te verbeteren.</li>
            <li>Wilt u niet dat wij uw gegevens nog hebben? Dan kunt u vragen om ze te wissen.</li>
            <li>Wilt u niet dat wij iets met uw gegevens doen? Dan kunt u bezwaar maken, of vragen om daar even mee te
            stoppen.</li>
            <li>Wilt u uw gegevens meenemen? Dan kunt u vragen om wat u zelf hebt gegeven.</li>
            <li>Hebt u toestemming gegeven? Die kunt u altijd weer intrekken.</li>
            <li>Bent u het niet met ons eens? Dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens
            (autoriteitpersoonsgegevens.nl).</li>
            </ul>
            <h2>Wat hier niet in staat</h2>
            <p>Wij noemen geen andere mensen bij naam, ook niet wie u hielp. Daar staat dan <em>%s</em>, of alleen wat voor werk
            iemand deed. In het bestand <strong>gegevens.json</strong> staat hetzelfde, met alle nummers en overzichten erbij. Dat
            is voor computers.</p>
            """.formatted(OthersLeftOut.SOMEBODY_ELSE);

    private final StringBuilder page = new StringBuilder();

    private ExportPage() {}

    /** The page of a copy. */
    static String of(PersonExport export) {
        return new ExportPage().write(export);
    }

    private String write(PersonExport export) {
        boolean access = export.kind() == Kind.ACCESS;
        page.append(HEAD.formatted(access ? "Uw gegevens bij ons" : "Uw gegevens om mee te nemen"));
        page.append((access ? ABOUT_ACCESS : ABOUT_PORTABILITY)
                .formatted(Words.moment(export.madeAt()), export.exportId()));
        withheld(export);
        if (export.has(Part.DETAILS)) {
            who(export);
        }
        if (access && export.has(Part.NOTES)) {
            notes(export);
        }
        if (export.has(Part.COURSE)) {
            happened(export, access);
        }
        if (access && export.has(Part.LOOKS)) {
            looks(export);
        }
        if (access && export.has(Part.RECIPIENTS)) {
            recipients(export);
        }
        if (access) {
            kept(export);
            page.append(RIGHTS);
        }
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private void withheld(PersonExport export) {
        if (export.withheld().isEmpty()) {
            return;
        }
        section("Wat u niet krijgt");
        paragraph("Een deel krijgt u niet. Waarom niet, staat in het besluit dat u hebt gekregen.");
        page.append("<ul>\n");
        CodeList.EXPORT_PARTS.entries().stream()
                .filter(part -> export.withheld().contains(part.code()))
                .forEach(part ->
                        page.append("<li>").append(escaped(part.dutch())).append("</li>\n"));
        page.append("</ul>\n");
    }

    private void who(PersonExport export) {
        section("Wie u bent");
        List<Told> details = export.events().stream()
                .filter(event -> Part.of(event.name()) == Part.DETAILS)
                .toList();
        if (details.isEmpty()) {
            paragraph("Wij hebben niet vastgelegd wie u bent.");
            return;
        }
        paragraph("Dit is vastgelegd, het nieuwste het laatst. Wat verbeterd is, staat er ook nog.");
        table(
                "Wie u bent",
                List.of("Vanaf", "Wat", "Gegevens"),
                details.stream()
                        .map(event ->
                                List.of(Words.day(event.effectiveOn()), Words.event(event.name()), content(event)))
                        .toList());
    }

    private void notes(PersonExport export) {
        section("Wat er over u is opgeschreven");
        List<Told> notes = export.events().stream()
                .filter(event -> Part.of(event.name()) == Part.NOTES)
                .toList();
        if (notes.isEmpty()) {
            paragraph("Er zijn geen notities over u.");
            return;
        }
        table(
                "Notities",
                List.of("Wanneer", "Door", "Notitie"),
                notes.stream()
                        .map(event -> List.of(
                                Words.moment(event.recordedAt()),
                                by(event),
                                (event.retracted() ? "(Ingetrokken: dit geldt niet meer.) " : "")
                                        + event.payload().path("text").asString()))
                        .toList());
    }

    private void happened(PersonExport export, boolean access) {
        section(access ? "Wat er is gebeurd" : "Wat u ons hebt gegeven");
        List<Told> events = export.events().stream()
                .filter(event -> Part.of(event.name()) == Part.COURSE)
                .toList();
        if (events.isEmpty()) {
            paragraph("Er is niets vastgelegd.");
            return;
        }
        table(
                access ? "Wat er is gebeurd, in de volgorde waarin wij het opschreven" : "Wat u ons hebt gegeven",
                List.of("Dag", "Wat er gebeurde", "Bijzonderheden", "Opgeschreven door"),
                events.stream()
                        .map(event -> List.of(
                                Words.day(event.effectiveOn()),
                                Words.event(event.name()) + (event.retracted() ? " (later ingetrokken)" : ""),
                                content(event),
                                by(event) + ", " + Words.moment(event.recordedAt())))
                        .toList());
    }

    private void looks(PersonExport export) {
        section("Wie uw gegevens heeft bekeken");
        paragraph("Elke keer dat iemand leest wie u bent, schrijven wij dat op. Het laatst staat bovenaan.");
        table(
                "Wie keek, en waarom",
                List.of("Wanneer", "Wie", "Organisatie", "Waarom"),
                export.looks().stream().map(ExportPage::look).toList());
    }

    private static List<String> look(Look look) {
        return List.of(
                Words.moment(look.at()),
                String.join(", ", look.roles().stream().map(Words::role).toList()),
                look.organisation(),
                Words.activity(look.activity()));
    }

    private void recipients(PersonExport export) {
        section("Wie gegevens van u heeft gekregen");
        if (export.recipients().isEmpty()) {
            paragraph("Niemand buiten de mensen die u helpen.");
            return;
        }
        page.append("<ul>\n");
        export.recipients()
                .forEach(one -> page.append("<li>").append(escaped(one)).append("</li>\n"));
        page.append("</ul>\n");
    }

    private void kept(PersonExport export) {
        section("Hoe lang wij uw gegevens bewaren");
        paragraph(export.keptUntil()
                .map(until -> "Als er niets meer bijkomt, bewaren wij wie u bent tot " + Words.day(until.on())
                        + ". Dan beslissen twee mensen of het wordt gewist.")
                .orElse(
                        "Wij weten nog niet tot welke dag wij bewaren wie u bent. Zolang er nog iets loopt, begint de termijn"
                                + " niet."));
    }

    private static String by(Told event) {
        return Words.role(event.role()) + (event.organisation().isEmpty() ? "" : " (" + event.organisation() + ")");
    }

    /** What an event says, in words; what says nothing to people is in the other file only. */
    private static String content(Told event) {
        List<String> parts = new ArrayList<>();
        collect(event.payload(), parts);
        return String.join("; ", parts);
    }

    private static void collect(JsonNode payload, List<String> parts) {
        payload.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isObject()) {
                collect(value, parts);
            } else if (!value.isNull() && !value.toString().equals("[]")) {
                Words.label(member.getKey())
                        .ifPresent(label -> parts.add(label.text() + ": " + Words.value(value, label.codes())));
            }
        });
    }

    private void section(String title) {
        page.append("<h2>").append(escaped(title)).append("</h2>\n");
    }

    private void paragraph(String text) {
        page.append("<p>").append(escaped(text)).append("</p>\n");
    }

    private void table(String caption, List<String> columns, List<List<String>> rows) {
        page.append("<table>\n<caption>").append(escaped(caption)).append("</caption>\n<thead><tr>");
        columns.forEach(column ->
                page.append("<th scope=\"col\">").append(escaped(column)).append("</th>"));
        page.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            page.append("<tr>");
            row.forEach(cell -> page.append("<td>").append(escaped(cell)).append("</td>"));
            page.append("</tr>\n");
        }
        page.append("</tbody>\n</table>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
