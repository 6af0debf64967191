package jp.otodoke.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;

@UnitTest
class NamePartTests {
    /** Thousands of them kept the database busy for minutes, and filled its disk. */
    @Test
    void aLongTermIsLookedForByFewOfItsPairs() {
        assertThat(grams("x".repeat(5000))).isEqualTo(grams("xx"));
        assertThat(grams(IntStream.range(0x4E00, 0x4E00 + 5000)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining())))
                .hasSizeLessThanOrEqualTo(30);
        assertThat(grams("山田花子")).containsExactly("山田", "田花", "花子");
    }

    private static String[] grams(String typed) {
        var values = new HashMap<String, Object>();
        NamePart.typed(typed).putInto(values);
        return (String[]) Objects.requireNonNull(values.get("nameGrams"));
    }
}
