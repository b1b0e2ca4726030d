package nl.leerspoor.command.verklaring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * By what a third party who holds an issued paper can verify it: SHA-256, in lower-case hex, over what the paper says.
 * The text that is hashed is UTF-8, one value a line, every line ended by a line feed, in this order:
 *
 * <ol>
 *   <li>{@code leerspoor verklaring 1}, which names this form of the text
 *   <li>the verklaring's id
 *   <li>document number
 *   <li>legal form, as {@code PILOT_PRAKTIJKVERKLARING}
 *   <li>school
 *   <li>id of the leerbedrijf
 *   <li>crebo
 *   <li>mbo level
 *   <li>version of the kwalificatiedossier
 *   <li>day of approval, ISO 8601
 *   <li>day of issue, ISO 8601
 *   <li>the codes of the werkprocessen, one a line, in ascending order
 * </ol>
 *
 * It holds no personal data: whose paper it is, the paper itself tells.
 */
final class VerificationHash {

    private static final String FORM = "leerspoor verklaring 1";

    private VerificationHash() {}

    static String of(Paper paper, String regime, LocalDate approvedOn, Issue issue) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            String text = text(paper, regime, approvedOn, issue);
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    static String text(Paper paper, String regime, LocalDate approvedOn, Issue issue) {
        List<Object> values = List.of(
                FORM,
                paper.verklaringId(),
                issue.documentNo(),
                regime,
                paper.schoolId(),
                paper.leerbedrijfId(),
                paper.crebo(),
                paper.level(),
                paper.dossierVersion(),
                approvedOn,
                issue.on());
        StringBuilder text = new StringBuilder();
        values.forEach(value -> text.append(value).append('\n'));
        paper.codes().stream().sorted().forEach(code -> text.append(code).append('\n'));
        return text.toString();
    }
}
