package jp.otodoke.orders;

import static jp.otodoke.orders.SampleOrders.tea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jp.otodoke.UnitTest;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.Test;

/** What is open, shipped and cancelled always adds up to what was ordered. */
@UnitTest
class OrderLineTests {
    @Test
    void whatIsOrderedIsOpenAndCostsPriceTimesQuantity() {
        assertThat(pieces(tea(3))).containsExactly(3, 0, 0);
        assertThat(tea(3).amount().amount()).isEqualTo(9000);
    }

    @Test
    void anAmountBeyondAllNumbersIsRefusedInsteadOfTurningNegative() {
        assertThatThrownBy(() -> OrderLine.ordered(1, Sku.of("TEA"), "お茶", 3, Yen.of(Long.MAX_VALUE / 2), 8))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void shippedPiecesAreNoLongerOpen() {
        assertThat(pieces(tea(3).ship(2))).containsExactly(1, 2, 0);
    }

    @Test
    void noMorePiecesShipThanAreOpen() {
        assertThatIllegalArgumentException().isThrownBy(() -> tea(3).ship(4)).withMessageContaining("TEA");
    }

    @Test
    void reopenedPiecesAreOpenAgain() {
        assertThat(pieces(tea(3).ship(3).reopen(2))).containsExactly(2, 1, 0);
    }

    @Test
    void noMorePiecesAreReopenedThanHaveShipped() {
        assertThatIllegalArgumentException().isThrownBy(() -> tea(3).ship(1).reopen(2));
    }

    @Test
    void cancellingLeavesWhatShippedAndWhatIsTravelling() {
        assertThat(pieces(tea(5).ship(1).cancelOpen(2))).containsExactly(2, 1, 2);
        assertThat(pieces(tea(5).cancelOpen(0))).containsExactly(0, 0, 5);
    }

    @Test
    void cancellingKeepsNoMoreThanIsOpen() {
        assertThat(pieces(tea(3).ship(2).cancelOpen(9))).containsExactly(1, 2, 0);
    }

    @Test
    void cancellingTwiceChangesNothingMore() {
        var cancelled = tea(3).cancelOpen(1);

        assertThat(cancelled.cancelOpen(1)).isEqualTo(cancelled);
    }

    @Test
    void theAmountStaysAsOrderedHoweverManyPiecesAreCancelled() {
        assertThat(tea(3).cancelOpen(1).amount().amount()).isEqualTo(9000);
    }

    @Test
    void withoutWhatWasCancelledTheRestCostsItsShare() {
        var rest = tea(5).ship(1).cancelOpen(2).uncancelled();

        assertThat(pieces(rest)).containsExactly(2, 1, 0);
        assertThat(rest.quantity()).isEqualTo(3);
        assertThat(rest.amount().amount()).isEqualTo(9000);
    }

    private static List<Integer> pieces(OrderLine line) {
        return List.of(line.open(), line.shipped(), line.cancelled());
    }
}
