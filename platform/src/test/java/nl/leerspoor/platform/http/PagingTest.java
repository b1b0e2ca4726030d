package nl.leerspoor.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Lists are read page by page, forwards and backwards. */
class PagingTest {

    private static final List<Integer> ALL = List.of(1, 2, 3, 4, 5);

    /** What a list of the numbers 1 to 5 answers. */
    private static Page<Integer> page(Optional<Cursor> cursor, int limit) {
        var paging = new Paging(cursor, limit);
        int from = paging.key(1, key -> Integer.parseInt(key.getFirst())).orElse(0);
        List<Integer> rows = paging.isBackwards()
                ? ALL.reversed().stream()
                        .filter(n -> n < from)
                        .limit(paging.rows())
                        .toList()
                : ALL.stream().filter(n -> n > from).limit(paging.rows()).toList();
        return paging.page(rows, n -> new String[] {n.toString()});
    }

    private static Optional<Cursor> sentBack(Optional<Cursor> cursor) {
        return Cursor.parse(cursor.orElseThrow().text());
    }

    @Nested
    class Pages {

        @Test
        void readingForwardsMeetsEveryRowOnce() {
            Page<Integer> first = page(Optional.empty(), 2);
            Page<Integer> second = page(sentBack(first.next()), 2);
            Page<Integer> third = page(sentBack(second.next()), 2);

            assertThat(first.items()).containsExactly(1, 2);
            assertThat(second.items()).containsExactly(3, 4);
            assertThat(third.items()).containsExactly(5);
            assertThat(first.previous()).isEmpty();
            assertThat(third.next()).isEmpty();
        }

        @Test
        void readingBackwardsMeetsTheSamePages() {
            Page<Integer> third = page(Optional.of(Cursor.after("4")), 2);
            Page<Integer> second = page(sentBack(third.previous()), 2);
            Page<Integer> first = page(sentBack(second.previous()), 2);

            assertThat(second.items()).containsExactly(3, 4);
            assertThat(first.items()).containsExactly(1, 2);
            assertThat(first.previous()).isEmpty();
            assertThat(first.next()).isPresent();
        }

        @Test
        void aPageThatIsExactlyFullIsTheLast() {
            assertThat(page(Optional.of(Cursor.after("3")), 2).next()).isEmpty();
        }
    }

    @Nested
    class Links {

        @Test
        void theLinksRepeatTheQuestionWithAnotherCursor() {
            var request = new MockHttpServletRequest("GET", "/v1/trajectories");
            request.setQueryString("region=AM05&reference=a%20b&cursor=old&limit=2");

            String link = page(Optional.of(Cursor.after("2")), 2).link(request).orElseThrow();

            assertThat(link)
                    .isEqualTo("</v1/trajectories?region=AM05&reference=a%20b&limit=2&cursor="
                            + Cursor.after("4").text() + ">; rel=\"next\", "
                            + "</v1/trajectories?region=AM05&reference=a%20b&limit=2&cursor="
                            + Cursor.before("3").text() + ">; rel=\"prev\"");
        }

        @Test
        void aListOfOnePageHasNone() {
            assertThat(page(Optional.empty(), 5).link(new MockHttpServletRequest()))
                    .isEmpty();
        }
    }

    @Nested
    class Cursors {

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "QUZURVI", "%%%", "QUZURVIfMg==", "T05XQVJEHzI"})
        void aTextThatIsNoCursorOfOursIsNone(String text) {
            assertThat(Cursor.parse(text)).isEmpty();
        }

        @Test
        void theCursorOfAnotherListIsABadRequest() {
            var paging = new Paging(Optional.of(Cursor.after("Twente", "7")), 2);

            assertThatThrownBy(() -> paging.key(1, List::getFirst))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().errors().getFirst().code())
                                    .isEqualTo("INVALID_CURSOR"));
        }
    }
}
