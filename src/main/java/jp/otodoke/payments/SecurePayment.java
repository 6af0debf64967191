package jp.otodoke.payments;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.MailRequested;
import jp.otodoke.shared.Words;
import jp.otodoke.shared.Yen;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes sure of an order's money before goods are kept for it, by the way of its method. */
@Component
public class SecurePayment {
    private static final Map<PaymentMethod, Integer> DAYS_TO_PAY = Map.of(
            PaymentMethod.BANK_TRANSFER, 7,
            PaymentMethod.CONVENIENCE_STORE, 10,
            PaymentMethod.DIRECT_DEBIT, 45);

    private final Payments payments;
    private final FindOrder orders;
    private final CardCalls calls;
    private final Ledger ledger;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    SecurePayment(
            Payments payments,
            FindOrder orders,
            CardCalls calls,
            Ledger ledger,
            Timeline timeline,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.payments = payments;
        this.orders = orders;
        this.calls = calls;
        this.ledger = ledger;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** Asking again while an answer is outstanding, or when all is secured, does nothing new. */
    @Transactional
    public void secure(String orderNumber) {
        var payment = payments.findById(orderNumber).orElseThrow();
        if (payment.shopPayment() != ShopPayment.NONE && !payment.settled()) {
            throughTheShop(payment);
        } else if (!payment.secured()) {
            ask(payment, orders.get(orderNumber));
        }
        payments.saveAndFlush(payment);
    }

    private void throughTheShop(Payment payment) {
        if (payment.shopPayment() == ShopPayment.PAID) {
            if (ledger.post(
                    "shop-paid:" + payment.orderNumber() + ":" + payment.paid(),
                    Account.SHOP,
                    Account.RECEIVABLE,
                    payment.charged() - payment.paid(),
                    payment.orderNumber())) {
                payment.pay(payment.charged() - payment.paid());
            }
        } else {
            payment.authorised(payment.charged());
        }
    }

    private void ask(Payment payment, Order order) {
        switch (payment.method()) {
            case CREDIT_CARD -> authorise(payment);
            case BANK_TRANSFER, CONVENIENCE_STORE -> request(payment, order);
            case DIRECT_DEBIT -> payment.dueBy(dueBy(payment.method()));
            default -> {}
        }
    }

    private void authorise(Payment payment) {
        if (payment.status() == PaymentStatus.UNKNOWN) {
            return;
        }
        var transaction = payment.newAttempt();
        calls.request(
                CardCall.Kind.AUTHORISE,
                payment,
                transaction,
                payment.charged(),
                CardCall.Kind.AUTHORISE,
                0,
                Duration.ZERO);
    }

    private void request(Payment payment, Order order) {
        var due = dueBy(payment.method());
        var open = payment.charged() - payment.paid();
        payment.dueBy(due);
        events.publishEvent(new PaymentRequested(order.number(), payment.method(), Yen.of(open), due));
        mail(order, "payment-request", open, due);
        timeline.add(
                order.number(),
                "PAYMENT_REQUESTED",
                Words.of("お支払いをご案内しました(%,d円、期限 %s)", "Payment requested (¥%,d, due %s)", open, due),
                "system");
    }

    /** Reminds the customer of what is still open. */
    @Transactional
    public void remind(String orderNumber) {
        var payment = payments.findById(orderNumber).orElseThrow();
        var open = payment.charged() - payment.paid();
        if (open > 0) {
            var due = payment.dueBy() == null ? clock.today() : payment.dueBy();
            mail(orders.get(orderNumber), "payment-reminder", open, due);
            timeline.add(
                    orderNumber,
                    "PAYMENT_REMINDED",
                    Words.of("お支払いのお願いを送りました(残り %,d円)", "Reminded of the payment (¥%,d open)", open),
                    "system");
        }
    }

    private LocalDate dueBy(PaymentMethod method) {
        return clock.today().plusDays(DAYS_TO_PAY.getOrDefault(method, 7));
    }

    private void mail(Order order, String template, long amount, LocalDate due) {
        var to = order.buyerEmail();
        if (to != null) {
            events.publishEvent(new MailRequested(
                    template + ":" + order.number() + ":" + clock.today(),
                    to,
                    template,
                    order.number(),
                    Map.of(
                            "name", order.buyerName(),
                            "orderNumber", order.number(),
                            "amount", "%,d".formatted(amount),
                            "method", order.paymentMethod().name(),
                            "dueBy", due.toString())));
        }
    }
}
