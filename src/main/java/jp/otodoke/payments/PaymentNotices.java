package jp.otodoke.payments;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.DayFormat;
import jp.otodoke.shared.Yen;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Builds payment requests and reminders: the amount, due date and account. */
@Component
class PaymentNotices {
    private static final String REQUEST = "payment-request";

    private final BusinessClock clock;
    private final String account;

    /** @param account the company's bank account as shown to customers; must be configured in production */
    PaymentNotices(BusinessClock clock, @Value("${otodoke.transfer.account}") String account) {
        this.clock = clock;
        this.account = account;
    }

    CustomerNotice request(Order order, Yen open, LocalDate due) {
        return notice(REQUEST, order, open, due);
    }

    CustomerNotice afterShipping(Order order, Yen open, LocalDate due) {
        return notice("payment-after-shipping", order, open, due);
    }

    CustomerNotice reminder(Order order, Yen open, LocalDate due) {
        return notice("payment-reminder", order, open, due);
    }

    private CustomerNotice notice(String template, Order order, Yen open, LocalDate due) {
        var method = BilingualText.of("method." + order.paymentMethod());
        var to = order.paymentMethod() == PaymentMethod.BANK_TRANSFER ? account : "";
        var values = new HashMap<>(Map.of(
                "amount", open.toString(),
                "method", method.japanese(),
                "dueDate", DayFormat.of(due).japanese(),
                "account", to));
        if (template.equals(REQUEST)) {
            values.put("slip", order.paymentMethod() == PaymentMethod.CONVENIENCE_STORE ? slip() : "");
        }
        return new CustomerNotice(
                // Another amount on the same day is another notice.
                template + ":" + order.number() + ":" + clock.today() + ":" + open.amount(),
                template,
                values,
                BilingualText.of(
                        to.isEmpty() ? "tell." + template : "tell." + template + ".account", open, due, method, to));
    }

    /** No slip number is included, as there is no data exchange with the payment agency. */
    private static String slip() {
        return BilingualText.of("mail.payment-request.slip").japanese();
    }
}
