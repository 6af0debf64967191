package jp.otodoke.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@UnitTest
class MaskingRawTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+819012345601",
                "+81 90-1234-5602",
                "+81 (0)90-1234-5603",
                "(+81)90-1234-5604",
                "819012345605",
                "8109012345605",
                "81-90-1234-5606",
                "81350225606",
                "0081-90-1234-5607",
                "0081 3 1234 5608",
                "＋８１ ９０ １２３４ ５６０９",
                "090-1234-5610",
                "090 1234 5611",
                "09012345612",
                "03(1234)5613",
                "(03)1234-5614",
                "０９０−１２３４−５６１５",
                "+1 212 555 0116"
            })
    void hidesAPhoneNumberHoweverItIsWritten(String number) {
        assertThat(Masking.raw("K15-1,\"" + number + "\",2026-11-29")).isEqualTo("K15-1,\"●●●\",2026-11-29");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-29 01:00:05 +0900",
                "2026-11-29T01:00:00+09:00",
                "3000,550,272,3550",
                "#K15-1,4500000000001",
                "JP-13,100-0001",
                "4901234567894",
                "S000000012,R1",
                "+3000"
            })
    void keepsDatesAmountsAndCodes(String content) {
        assertThat(Masking.raw(content)).isEqualTo(content);
    }

    @Test
    void readsALongMessageInOneGo() {
        var digits = "+1 " + "81 0-".repeat(400_000) + "9".repeat(400_000);

        assertThat(Duration.ofSeconds(5)).isGreaterThan(taken(() -> Masking.raw(digits)));
    }

    private static Duration taken(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void masksWhatGoesOnAndOnWithoutEnd() {
        assertThat(Masking.raw("Aa" + " Bb".repeat(100_000) + ",1")).isEqualTo("●●●,1");
        assertThat(Masking.raw("a@b" + ".c".repeat(100_000) + ",1"))
                .startsWith("●●●@b.c.c")
                .endsWith(",1");
        assertThat(Masking.raw("1,".repeat(100_000))).isEqualTo("1,".repeat(100_000));
    }
}
