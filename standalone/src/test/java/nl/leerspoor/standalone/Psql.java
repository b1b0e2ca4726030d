package nl.leerspoor.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the scripts ask of psql, for machines that have none: a statement from each line, a line for each row, and an end
 * at the first error.
 */
final class Psql {

    private Psql() {}

    /** Writes a program that can stand in the place of psql. */
    static Path in(Path folder) {
        try {
            Path program = Files.writeString(folder.resolve("psql"), """
                    #!/bin/sh
                    exec '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s
                    """.formatted(
                            Path.of(System.getProperty("java.home"), "bin", "java"),
                            System.getProperty("java.class.path"),
                            Psql.class.getName()));
            return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        String url = "jdbc:postgresql://%s:%s/%s"
                .formatted(System.getenv("PGHOST"), System.getenv("PGPORT"), System.getenv("PGDATABASE"));
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                Connection connection = DriverManager.getConnection(url, System.getenv("PGUSER"), "");
                Statement statement = connection.createStatement()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (statement.execute(line)) {
                    print(statement.getResultSet());
                }
            }
        }
    }

    private static void print(ResultSet rows) throws SQLException {
        while (rows.next()) {
            System.out.println(rows.getObject(1) instanceof Boolean is ? is ? "t" : "f" : rows.getString(1));
        }
    }
}
