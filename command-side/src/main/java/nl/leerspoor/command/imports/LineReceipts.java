package nl.leerspoor.command.imports;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers that lines were given, by client, key and line. Written in the transaction of the append. */
@Component
class LineReceipts {

    /** What a line asked, and its answer. */
    record Receipt(byte[] fingerprint, LineAnswer answer) {

        private int line() {
            return answer.line();
        }
    }

    private final JdbcClient jdbc;

    LineReceipts(@Qualifier("commandJdbc") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The receipts of these lines that there are already, by line. */
    Map<Integer, Receipt> find(ImportKey key, int firstLine, int lastLine) {
        return jdbc
                .sql("""
                        select line, fingerprint, status, body
                          from command.import_receipt
                         where client = :client and key = :key and line between :first and :last""")
                .param("client", key.client())
                .param("key", key.key())
                .param("first", firstLine)
                .param("last", lastLine)
                .query((row, n) -> new Receipt(
                        row.getBytes("fingerprint"),
                        new LineAnswer(row.getInt("line"), row.getInt("status"), row.getString("body"), true)))
                .list()
                .stream()
                .collect(Collectors.toMap(Receipt::line, Function.identity()));
    }

    /**
     * Keeps new receipts, all in one statement.
     *
     * @throws org.springframework.dao.DuplicateKeyException when somebody else decided one of the lines in the meantime
     */
    void keep(ImportKey key, List<Receipt> receipts) {
        if (receipts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into command.import_receipt(client, key, line, fingerprint, status, body)
                        select ?, ?, receipt.* from unnest(?, ?, ?, ?) as receipt""")
                .param(key.client())
                .param(key.key())
                .param(receipts.stream().map(Receipt::line).toArray(Integer[]::new))
                .param(receipts.stream().map(Receipt::fingerprint).toArray(byte[][]::new))
                .param(receipts.stream()
                        .map(receipt -> receipt.answer().status())
                        .toArray(Integer[]::new))
                .param(receipts.stream().map(receipt -> receipt.answer().body()).toArray(String[]::new))
                .update();
    }
}
