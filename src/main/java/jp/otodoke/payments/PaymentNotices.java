package jp.otodoke.payments;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.DayInWords;
import jp.otodoke.shared.Words;
import jp.otodoke.shared.Yen;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What is to be paid, by when and to where, in the words of a request and of a reminder. */
@Component
class PaymentNotices {
    private static final String REQUEST = "payment-request";

    /** The agency's numbers are not exchanged with us, so that no mail may pretend to carry one. */
    private static final String SLIP = "お支払いに使う番号または払込票は、担当者から別にご案内します。届くまでコンビニエンスストアではお支払いいただけません。"
            + "お急ぎのときや、ほかのお支払方法への変更は、このメールへのご返信でお知らせください。";

    private final BusinessClock clock;
    private final String account;

    /** @param account the firm's account as customers read it; production names its own */
    PaymentNotices(
            BusinessClock clock, @Value("${otodoke.transfer.account:みずほ銀行 丸の内支店 普通 1234567 オトドケ(カ}") String account) {
        this.clock = clock;
        this.account = account;
    }

    Notice request(Order order, Yen open, LocalDate due) {
        return notice(REQUEST, order, open, due);
    }

    Notice reminder(Order order, Yen open, LocalDate due) {
        return notice("payment-reminder", order, open, due);
    }

    private Notice notice(String template, Order order, Yen open, LocalDate due) {
        var method = Words.of("method." + order.paymentMethod());
        var to = order.paymentMethod() == PaymentMethod.BANK_TRANSFER ? account : "";
        var values = new HashMap<>(Map.of(
                "amount", open.toString(),
                "method", method.japanese(),
                "dueDate", DayInWords.of(due).japanese(),
                "account", to));
        if (template.equals(REQUEST)) {
            values.put("slip", order.paymentMethod() == PaymentMethod.CONVENIENCE_STORE ? SLIP : "");
        }
        return new Notice(
                template + ":" + order.number() + ":" + clock.today(),
                template,
                values,
                Words.of(to.isEmpty() ? "tell." + template : "tell." + template + ".account", open, due, method, to));
    }
}
