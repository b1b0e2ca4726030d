package nl.leerspoor.query.question;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/** Writes the items of a list one by one, so that a file of any length takes the memory of one item. */
sealed interface ListFile<T> {

    void write(T item);

    /** Writes what is still held back, once everything went well. A file that went wrong is left as it is. */
    void finish();

    static <T> ListFile<T> of(ListFormat format, Class<T> item, OutputStream out, JsonMapper json, Locale locale) {
        return switch (format) {
            case CSV -> new Csv<>(CsvCells.of(item, locale), CsvCells.separator(locale), out);
            case JSON, NDJSON -> new Ndjson<>(json, out);
        };
    }

    /** One JSON text per line, each ended by a line feed. */
    record Ndjson<T>(JsonMapper json, OutputStream out) implements ListFile<T> {

        @Override
        public void write(T item) {
            try {
                out.write(json.writeValueAsBytes(item));
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void finish() {
            // nothing is held back
        }
    }

    /** RFC 4180, in UTF-8 with the mark by which spreadsheets know that it is. */
    final class Csv<T> implements ListFile<T> {

        private static final CsvMapper CSV = CsvMapper.builder()
                .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
                .build();

        private final CsvCells cells;
        private final SequenceWriter rows;

        private Csv(CsvCells cells, char separator, OutputStream out) {
            this.cells = cells;
            try {
                out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            this.rows = CSV.writer(CsvSchema.emptySchema()
                            .withColumnSeparator(separator)
                            .withLineSeparator("\r\n"))
                    .writeValues(out);
            row(cells.header());
        }

        @Override
        public void write(T item) {
            row(cells.of(item));
        }

        @Override
        public void finish() {
            rows.flush();
        }

        private void row(List<String> row) {
            rows.write(row);
        }
    }
}
