package jp.otodoke.payments;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.DayFormat;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Builds payment requests and reminders: the amount, due date and account. */
@Component
class PaymentNotices {
    private final BusinessClock clock;
    private final AssignVirtualAccount assignVirtualAccount;
    private final VirtualAccounts virtualAccounts;
    private final String account;

    /** @param account the company's bank account as shown to customers; must be configured in production */
    PaymentNotices(
            BusinessClock clock,
            AssignVirtualAccount assignVirtualAccount,
            VirtualAccounts virtualAccounts,
            @Value("${otodoke.transfer.account}") String account) {
        this.clock = clock;
        this.assignVirtualAccount = assignVirtualAccount;
        this.virtualAccounts = virtualAccounts;
        this.account = account;
    }

    /** @param slip by which it is paid; empty if there is none, or staff make it elsewhere */
    CustomerNotice request(Order order, Yen open, LocalDate due, Optional<PaymentSlip> slip) {
        var bySlip = order.paymentMethod() == PaymentMethod.CONVENIENCE_STORE ? bySlip(slip) : "";
        var issue = slip.map(made -> ":" + made.number()).orElse("");
        return notice("payment-request", order, open, due, issue, Map.of("slip", bySlip));
    }

    CustomerNotice afterShipping(Order order, Yen open, LocalDate due) {
        return notice("payment-after-shipping", order, open, due, "", Map.of());
    }

    CustomerNotice reminder(Order order, Yen open, LocalDate due) {
        return notice("payment-reminder", order, open, due, "", Map.of());
    }

    private CustomerNotice notice(
            String template, Order order, Yen open, LocalDate due, String issue, Map<String, String> more) {
        var method = BilingualText.of("method." + order.paymentMethod());
        var to = order.paymentMethod() == PaymentMethod.BANK_TRANSFER ? account(order) : "";
        var values = new HashMap<>(Map.of(
                "amount", open.toString(),
                "method", method.japanese(),
                "dueDate", DayFormat.of(due).japanese(),
                "account", to));
        values.putAll(more);
        return new CustomerNotice(
                // Another amount, or another slip, on the same day is another notice.
                template + ":" + order.number() + ":" + clock.today() + ":" + open.amount() + issue,
                template,
                values,
                BilingualText.of(
                        to.isEmpty() ? "tell." + template : "tell." + template + ".account", open, due, method, to));
    }

    /** Of its own, where the bank has lent such accounts. */
    private String account(Order order) {
        return assignVirtualAccount
                .to(ReceivableNumber.of(order.number()))
                .map(virtualAccounts::words)
                .orElse(account);
    }

    /** Without a slip of ours, staff tell the customer how to pay. */
    private static String bySlip(Optional<PaymentSlip> slip) {
        return slip.map(made -> BilingualText.of("mail.payment-request.slip-posted", made.number()))
                .orElseGet(() -> BilingualText.of("mail.payment-request.slip"))
                .japanese();
    }
}
