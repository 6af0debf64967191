package jp.otodoke.orders;

import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records that an order is paid in another way than agreed after its goods have left; its amounts stay as they are. */
@Component
public class ChangePaymentMethod {
    private final Orders orders;
    private final Timeline timeline;

    ChangePaymentMethod(Orders orders, Timeline timeline) {
        this.orders = orders;
        this.timeline = timeline;
    }

    @Transactional
    public void change(OrderNumber number, PaymentMethod method, String by) {
        var order = orders.findById(number).orElseThrow();
        order.payBy(method);
        orders.saveAndFlush(order);
        timeline.add(
                number,
                "CHANGED",
                BilingualText.of("timeline.payment-method-changed", BilingualText.of("method." + method)),
                by);
    }
}
