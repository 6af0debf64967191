package jp.otodoke.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import jp.otodoke.UnitTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@UnitTest
class BilingualTextTests {
    @ParameterizedTest
    @MethodSource("times")
    void daysAndMomentsAreWrittenAsPeopleReadThem(Object argument, String japanese, String english) {
        assertThat(BilingualText.of("text.list", argument, ""))
                .isEqualTo(new BilingualText(japanese + "、", english + ", "));
    }

    static Object[][] times() {
        var moment = LocalDateTime.parse("2026-11-30T09:05:59");
        return new Object[][] {
            {LocalDate.parse("2026-11-30"), "2026/11/30(月)", "2026/11/30 Mon"},
            {moment, "2026/11/30(月) 09:05", "2026/11/30 Mon 09:05"},
            {Instant.parse("2026-11-30T00:05:59Z"), "2026/11/30(月) 09:05", "2026/11/30 Mon 09:05"}
        };
    }
}
