package jp.otodoke.platform.data;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * New rows that are written by {@code copy}, for sets of thousands: the database plans nothing and takes no arrays apart. A row that
 * exists already, or that a constraint refuses, fails them all.
 */
public final class CopiedRows {
    private final StringBuilder text = new StringBuilder();

    /** @param values texts without NUL, numbers, truth values, dates or instants, in the order of the columns */
    public void add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            write(values[i]);
        }
        text.append('\n');
    }

    private void write(@Nullable Object value) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof String words) {
            escape(words);
        } else {
            text.append(value);
        }
    }

    /** As the text format of {@code copy} wants it. */
    private void escape(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    /**
     * Writes them in the caller's transaction.
     *
     * @param statement {@code copy TABLE (COLUMNS) from stdin}
     */
    public void write(JdbcOperations jdbc, String statement) {
        jdbc.execute((ConnectionCallback<Long>) connection -> copy(connection, statement));
    }

    private long copy(Connection connection, String statement) throws SQLException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(statement, new StringReader(text.toString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
