package jp.otodoke.platform.data;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws running numbers from database sequences. There may be gaps, never duplicates. */
@Component
public class NumberSequences {
    private final JdbcClient jdbc;

    NumberSequences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param digits length to which the number is padded with zeros */
    public String next(String sequence, String prefix, int digits) {
        return next(sequence, prefix, digits, 1).get(0);
    }

    /** As many at once, lowest first. */
    public List<String> next(String sequence, String prefix, int digits, int count) {
        return jdbc
                .sql("select nextval(cast(:sequence as regclass)) from generate_series(1, :count)")
                .param("sequence", sequence)
                .param("count", count)
                .query(Long.class)
                .stream()
                .sorted()
                .map(number -> prefix + padded(number, digits))
                .toList();
    }

    private static String padded(long number, int digits) {
        var written = Long.toString(number);
        return "0".repeat(Math.max(0, digits - written.length())) + written;
    }
}
