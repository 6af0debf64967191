package jp.otodoke.orders;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;

@UnitTest
class PreparationTests {
    @Test
    void theProcessesOfALongListAreQueued() {
        assertThat(Preparation.NOW.of(Preparation.LONGEST_UNQUEUED)).isEqualTo(Preparation.NOW);
        assertThat(Preparation.NOW.of(Preparation.LONGEST_UNQUEUED + 1)).isEqualTo(Preparation.QUEUED);
        assertThat(Preparation.QUEUED.of(1)).isEqualTo(Preparation.QUEUED);
        assertThat(Preparation.LATER.of(PlaceOrders.MOST)).isEqualTo(Preparation.LATER);
    }
}
