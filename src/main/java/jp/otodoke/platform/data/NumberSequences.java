package jp.otodoke.platform.data;

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
        long number = jdbc.sql("select nextval(cast(:sequence as regclass))")
                .param("sequence", sequence)
                .query(Long.class)
                .single();
        return prefix + String.format("%0" + digits + "d", number);
    }
}
