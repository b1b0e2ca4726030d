package nl.leerspoor.platform.proof.dossier;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The page of a dossier, for people: Dutch, without anything that runs or is fetched from elsewhere. */
public final class Page {

    /** How page and table are made. It is raised when either is made otherwise from the same events. */
    public static final long VERSION = 1;

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="nl">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Dossier %1$s %2$s</title>
            <style>
            body { font-family: sans-serif; line-height: 1.4; margin: 2em; color: #1a1a1a; background: #fff; }
            table { border-collapse: collapse; margin: 1em 0; }
            caption { text-align: left; font-weight: bold; padding: .3em 0; }
            th, td { border: 1px solid #767676; padding: .3em .5em; text-align: left; vertical-align: top; }
            th { background: #eee; }
            td { overflow-wrap: anywhere; min-width: 6em; }
            pre { background: #eee; padding: .5em; overflow-x: auto; }
            @media print { body { margin: 0; font-size: 8pt; } }
            </style>
            </head>
            <body>
            <h1>Dossier %1$s %2$s</h1>
            """;

    private static final String PROOF = """
            <p>Dit dossier heeft %1$s gebeurtenissen, in de volgorde waarin zij zijn vastgelegd. Van elke staat er vanaf
            welke dag zij geldt, wanneer zij is vastgelegd en door wie. Mensen staan er onder een pseudoniem; wat iemand
            herkenbaar maakt is verzegeld (<em>[verzegeld]</em>) en met dit dossier niet te openen.</p>
            <h2>Bewijs</h2>
            <p>Elke gebeurtenis staat bewijsbaar in het logboek <strong>%2$s</strong>, zoals dat was toen het %3$s
            gebeurtenissen had. Dat is ondertekend met de sleutel <strong>%4$s</strong>, volgens de klok van het programma op
            %5$s (Nederlandse tijd). Alles in dit dossier was dus uiterlijk toen vastgelegd.</p>
            <p>Wie het wil nakijken, doet dat zonder dit programma en zonder verbinding. Gebruik de openbare sleutel die u
            langs een andere weg kreeg:</p>
            <pre>java -jar leerspoor-verifier.jar verify --key sleutel dossier.zip</pre>
            <p>De controle ziet elke gewijzigde, toegevoegde of tussenuit gelaten gebeurtenis. Of na de laatste gebeurtenis van
            een stroom nog iets volgde, zegt alleen het aantal hieronder: vergelijk dat met het logboek zelf.</p>
            """;

    private Page() {}

    /** The file. */
    public static byte[] of(Dossier dossier) {
        Manifest.About about = dossier.about();
        var page =
                new StringBuilder(HEAD.formatted(escaped(Told.word(about.kind(), about.kind())), escaped(about.id())));
        page.append(PROOF.formatted(
                dossier.events().size(),
                escaped(dossier.checkpoint().origin()),
                dossier.checkpoint().size(),
                escaped(about.key()),
                escaped(Told.time(about.sealedAt()))));
        page.append("<table>\n<caption>Wat erin staat</caption>\n");
        row(page, "th", List.of("Waarover", "Stroom", "Gebeurtenissen"));
        dossier.streams()
                .forEach(stream -> row(
                        page,
                        "td",
                        List.of(
                                Told.word(stream.type(), stream.type()),
                                stream.id(),
                                String.valueOf(stream.events()))));
        page.append("</table>\n<table>\n<caption>Gebeurtenissen</caption>\n");
        row(page, "th", Told.COLUMNS);
        int number = 0;
        for (ProvenEvent event : dossier.events()) {
            row(page, "td", Told.of(++number, event).row());
        }
        return page.append("</table>\n</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void row(StringBuilder page, String cell, List<String> texts) {
        page.append("<tr>");
        texts.forEach(text -> page.append('<')
                .append(cell)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(cell)
                .append('>'));
        page.append("</tr>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
