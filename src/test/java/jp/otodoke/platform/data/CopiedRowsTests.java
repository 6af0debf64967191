package jp.otodoke.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jp.otodoke.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** What is copied into a table is read from it as it was. */
@ModuleTest
@Transactional
class CopiedRowsTests {
    private static final String COPY = "copy copied (id, words, day, at, truth) from stdin";
    private static final String SIGNS = "\\\t\n\r\b'\",;{}N. あ髙𠮷　\u0001";

    private final JdbcTemplate jdbc;

    @Autowired
    CopiedRowsTests(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeEach
    void table() {
        jdbc.execute(
                "create temporary table if not exists copied"
                        + " (id bigint primary key, words text not null, day date, at timestamptz, truth boolean) on commit drop");
    }

    @Test
    void anyTextComesBackAsItWas() {
        var random = new Random(20261201);
        var words = new ArrayList<String>(List.of("", "\\N", "\\.", "null", "\\\\", "a\\tb"));
        while (words.size() < 2_000) {
            words.add(random.ints(random.nextInt(12), 0, SIGNS.codePointCount(0, SIGNS.length()))
                    .map(i -> SIGNS.codePointAt(SIGNS.offsetByCodePoints(0, i)))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
        var rows = new CopiedRows();
        for (int i = 0; i < words.size(); i++) {
            rows.add((long) i, words.get(i), null, null, null);
        }

        rows.write(jdbc, COPY);

        assertThat(jdbc.queryForList("select words from copied order by id", String.class))
                .isEqualTo(words);
    }

    @Test
    void daysMomentsTruthAndNothingComeBackToo() {
        var at = Instant.parse("2026-12-01T00:00:00.123456Z");
        var rows = new CopiedRows();
        rows.add(1, "a", LocalDate.of(2026, 2, 28), at, true);
        rows.add(2, "b", null, null, false);

        rows.write(jdbc, COPY);

        assertThat(jdbc.queryForList("select day::text from copied order by id", String.class))
                .containsExactly("2026-02-28", null);
        assertThat(jdbc.queryForObject("select at from copied where id = 1", Timestamp.class))
                .isEqualTo(Timestamp.from(at));
        assertThat(jdbc.queryForList("select truth from copied order by id", Boolean.class))
                .containsExactly(true, false);
    }

    @Test
    void oneThatExistsRefusesThemAll() {
        var rows = new CopiedRows();
        rows.add(1, "a", null, null, null);
        rows.add(1, "b", null, null, null);

        assertThatThrownBy(() -> rows.write(jdbc, COPY)).isInstanceOf(DataIntegrityViolationException.class);
    }
}
