package jp.otodoke.platform.data;

import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Rows of a query of any length, of which a few hundred at a time are held. */
public final class StreamedRows {
    private static final int FETCH_SIZE = 500;

    private StreamedRows() {}

    /**
     * Works only within a transaction: outside one the driver reads all rows at once.
     *
     * @param rows maps the rows of the query
     */
    public static <R> void each(
            StatementSpec query, Function<StatementSpec, MappedQuerySpec<R>> rows, Consumer<R> use) {
        try (var all = rows.apply(query.withFetchSize(FETCH_SIZE)).stream()) {
            all.forEach(use);
        }
    }
}
