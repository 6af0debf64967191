package jp.otodoke.demo.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.core.io.ClassPathResource;

/** A file of statements; numbers in it are named {@code $so}. */
record Script(String text) {
    static Script named(String name) {
        try {
            return new Script(
                    new ClassPathResource(name + ".sql", Script.class).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Script with(String name, long number) {
        return new Script(text.replace("$" + name, Long.toString(number)));
    }

    /** @return how many rows its statements wrote into tables that stay */
    long run(Connection connection) throws SQLException {
        long rows = 0;
        try (var statement = connection.createStatement()) {
            boolean answer = statement.execute(text);
            while (answer || statement.getUpdateCount() >= 0) {
                rows += answer ? 0 : statement.getUpdateCount();
                answer = statement.getMoreResults();
            }
        }
        return rows;
    }
}
