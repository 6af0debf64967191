package jp.otodoke.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;

@UnitTest
class ListLimitsTests {
    @Test
    void showsTheLastPageForOneBeyondTheEnd() {
        assertThat(ListLimits.page(7, 120, 50)).isEqualTo(2);
        assertThat(ListLimits.page(-1, 120, 50)).isZero();
        assertThat(ListLimits.page(3, 0, 50)).isZero();
    }

    @Test
    void leafsNoFurtherThanItIsCounted() {
        assertThat(ListLimits.page(5000, ListLimits.MAX + 1, 50)).isEqualTo(ListLimits.MAX / 50 - 1);
        assertThat(ListLimits.shown(ListLimits.MAX + 1, ListLimits.MAX)).isEqualTo(ListLimits.MAX);
    }
}
