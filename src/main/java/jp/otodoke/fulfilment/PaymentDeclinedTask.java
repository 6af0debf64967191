package jp.otodoke.fulfilment;

import java.util.Map;
import java.util.Set;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.orders.Order;
import jp.otodoke.payments.DeferredCodes;
import jp.otodoke.payments.DeferredState;
import jp.otodoke.payments.DeferredTransaction;
import jp.otodoke.payments.Payment;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/** The card was declined, or 後払い is refused or on hold: the customer chooses another payment method, or the order is given up. */
@Component
class PaymentDeclinedTask extends OrderTaskKind {
    private static final String CASH_ON_DELIVERY = "CASH_ON_DELIVERY";

    PaymentDeclinedTask(OrderCases cases) {
        super(
                "payment-declined",
                StaffGroup.ORDERS,
                Map.of(
                        "BANK_TRANSFER",
                        DecisionEffect.WAITS,
                        CASH_ON_DELIVERY,
                        DecisionEffect.CONTINUES,
                        "CANCEL",
                        DecisionEffect.STOPS),
                cases);
    }

    @Override
    BilingualText reason(Order order, Payment payment) {
        return cases.deferred(order.number()).map(PaymentDeclinedTask::reason).orElseGet(() -> byCard(order));
    }

    private BilingualText byCard(Order order) {
        var total = order.totals().total();
        return cases.declined(order.number())
                .map(decline -> BilingualText.of("task.payment-declined.reason.card", decline.words(), total))
                .orElseGet(() -> BilingualText.of("task.payment-declined.reason", total));
    }

    /** 保留 is for the person who can correct name, address or telephone number; NG is not. */
    private static BilingualText reason(DeferredTransaction transaction) {
        var words = DeferredCodes.words(transaction.codes());
        return transaction.state() == DeferredState.HOLD
                ? BilingualText.of("task.payment-declined.reason.hold", words, transaction.amount())
                : BilingualText.of("task.payment-declined.reason.deferred", words, transaction.amount());
    }

    /** What has shipped in part is paid as it was, and whoever receives a gift must not be made to pay for it. */
    @Override
    Set<String> unsuitable(Order order) {
        if (isPartlyShipped(order)) {
            return Set.of("BANK_TRANSFER", CASH_ON_DELIVERY);
        }
        return order.destinations().stream().anyMatch(destination -> destination.isGiftOf(order.buyerName()))
                ? Set.of(CASH_ON_DELIVERY)
                : Set.of();
    }

    @Override
    boolean correctable() {
        return true;
    }
}
