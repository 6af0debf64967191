package jp.otodoke.shared.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;

@UnitTest
class LongListTests {
    @Test
    void showsTheLastPageForOneBeyondTheEnd() {
        assertThat(LongList.page(7, 120, 50)).isEqualTo(2);
        assertThat(LongList.page(-1, 120, 50)).isZero();
        assertThat(LongList.page(3, 0, 50)).isZero();
    }

    @Test
    void leafsNoFurtherThanItIsCounted() {
        assertThat(LongList.page(5000, LongList.MOST + 1, 50)).isEqualTo(LongList.MOST / 50 - 1);
        assertThat(LongList.shown(LongList.MOST + 1, LongList.MOST)).isEqualTo(LongList.MOST);
    }
}
