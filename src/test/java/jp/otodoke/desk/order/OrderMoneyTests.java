package jp.otodoke.desk.order;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.Test;

/** What an order page says of the money. */
@UnitTest
class OrderMoneyTests {
    @Test
    void whatTheCarrierCollectsIsNotShownAsAwaited() {
        assertThat(pending(PaymentMethod.CASH_ON_DELIVERY, 6880).look()).isEqualTo("ON_DELIVERY");
    }

    @Test
    void aTransferIsAwaitedUntilItIsPaid() {
        assertThat(pending(PaymentMethod.BANK_TRANSFER, 6880).look()).isEqualTo("PENDING");
    }

    @Test
    void nothingIsAwaitedWhereNothingIsCharged() {
        assertThat(pending(PaymentMethod.CASH_ON_DELIVERY, 0).look()).isEqualTo("NOTHING_CHARGED");
    }

    private static OrderView.Money pending(PaymentMethod method, long charged) {
        return new OrderView.Money(
                method.name(), PaymentStatus.PENDING, Yen.of(charged), Yen.ZERO, Yen.ZERO, null, null, null);
    }
}
