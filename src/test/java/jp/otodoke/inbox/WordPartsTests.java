package jp.otodoke.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.otodoke.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What texts are found by: each character and each pair of neighbours, in lower case. */
@ModuleTest
class WordPartsTests {
    private static final String LETTERS = "入金¥ｱガAbZ 09,.-（）\u3099é😀\\1'\n";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyCharacterAndPairOfAnyText() {
        var random = new Random(7);
        var texts = IntStream.range(0, 400)
                .mapToObj(i -> LETTERS.codePoints()
                        .boxed()
                        .flatMap(any -> random.ints(1, 0, LETTERS.codePointCount(0, LETTERS.length()))
                                .mapToObj(at -> LETTERS.codePointAt(LETTERS.offsetByCodePoints(0, at))))
                        .limit(i % 25)
                        .map(Character::toString)
                        .collect(Collectors.joining()))
                .toArray(String[]::new);

        var wrong = jdbc.sql(
                        """
                        select t from unnest(:texts::text[]) t
                         where array(select distinct p from unnest(word_parts(t, reverse(t))) p order by p)
                               is distinct from
                               array(select distinct substr(w, i, n) from unnest(array[lower(t), lower(reverse(t))]) w,
                                                                         generate_series(1, length(w)) i, generate_series(1, 2) n order by 1)
                        """)
                .param("texts", texts)
                .query(String.class)
                .list();

        assertThat(wrong).isEmpty();
    }

    @Test
    void ofNoTextNone() {
        assertThat(jdbc.sql("select cardinality(word_parts(null, null)) + cardinality(word_parts('', null))")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
