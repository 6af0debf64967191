package jp.otodoke.fulfilment;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecided;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.ConfirmShopPayment;
import jp.otodoke.payments.Payment;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The payment must be arranged manually, as its method is not processed automatically. */
@Component
class ArrangePaymentTask extends OrderTaskKind {
    private static final String TYPE = "arrange-payment";
    private static final String SECURED = "SECURED";

    private final ConfirmShopPayment confirmShopPayment;

    ArrangePaymentTask(OrderCases cases, ConfirmShopPayment confirmShopPayment) {
        super(
                TYPE,
                StaffGroup.ACCOUNTING,
                Map.of(
                        SECURED,
                        DecisionEffect.CONTINUES,
                        "BANK_TRANSFER",
                        DecisionEffect.WAITS,
                        "CANCEL",
                        DecisionEffect.STOPS),
                cases);
        this.confirmShopPayment = confirmShopPayment;
    }

    @EventListener
    void on(TaskDecided decided) {
        if (decided.type().equals(TYPE) && decided.decision().equals(SECURED)) {
            confirmShopPayment.confirm(OrderNumber.of(Objects.requireNonNull(decided.businessKey())));
        }
    }

    @Override
    BilingualText reason(Order order, Payment payment) {
        if (payment.shopPayment() != ShopPayment.NONE) {
            var atTheShop = payment.paid().plus(payment.authorised());
            return BilingualText.of(
                    "task.arrange-payment.reason.shop",
                    payment.charged(),
                    atTheShop,
                    payment.charged().minus(atTheShop));
        }
        if (payment.cardBarred()) {
            return BilingualText.of("task.arrange-payment.reason.card", payment.open());
        }
        return BilingualText.of(
                "task.arrange-payment.reason",
                BilingualText.of("method." + payment.method()),
                order.totals().total());
    }

    /** What has shipped in part is paid as it was, and a card that was charged back secures nothing. */
    @Override
    Set<String> unsuitable(Order order) {
        var unsuitable = new HashSet<String>();
        if (isPartlyShipped(order)) {
            unsuitable.add("BANK_TRANSFER");
        }
        if (cases.payment(order.number()).cardBarred()) {
            unsuitable.add(SECURED);
        }
        return unsuitable;
    }

    @Override
    boolean correctable() {
        return true;
    }
}
