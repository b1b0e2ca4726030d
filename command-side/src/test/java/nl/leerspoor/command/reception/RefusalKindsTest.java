package nl.leerspoor.command.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.leerspoor.platform.http.ProblemKind;
import nl.leerspoor.platform.http.Text;
import org.junit.jupiter.api.Test;

/** A code means one thing, whichever aggregate refuses with it (RFC 9457: the title is constant per type). */
class RefusalKindsTest {

    @Test
    void aCodeHasOneTitle() {
        Map<String, Set<Text>> titles = new RefusalKinds()
                .kinds().stream()
                        .collect(Collectors.groupingBy(
                                ProblemKind::code, Collectors.mapping(ProblemKind::title, Collectors.toSet())));
        assertThat(titles)
                .isNotEmpty()
                .allSatisfy((code, texts) -> assertThat(texts).as(code).hasSize(1));
    }
}
