package nl.leerspoor.events.published;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The page of the events says what there is. */
class CataloguePageTest {

    @Test
    void isWhatTheRecordsSay() {
        if (Kept.REWRITE) {
            Kept.write(Kept.PAGE, CataloguePage.text());
        }

        assertThat(Kept.read(Kept.PAGE))
                .withFailMessage("docs/events.md is not true any more: write it anew with"
                        + " -Dleerspoor.published.rewrite=true")
                .isEqualTo(CataloguePage.text());
    }
}
