package jp.otodoke.payments;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Secures the payment of an order by its payment method before stock is allocated. */
@Component
public class SecurePayment {
    private final Payments payments;
    private final FindOrder orders;
    private final CardCalls calls;
    private final NotifyCustomer notifyCustomer;
    private final PaymentNotices notices;
    private final RequestPayment requestPayment;
    private final Mandates mandates;
    private final MissingMandate missingMandate;
    private final GrantCredit grantCredit;
    private final AskDeferred askDeferred;
    private final PaymentTerms terms;
    private final Timeline timeline;
    private final BusinessClock clock;

    SecurePayment(
            Payments payments,
            FindOrder orders,
            CardCalls calls,
            NotifyCustomer notifyCustomer,
            PaymentNotices notices,
            RequestPayment requestPayment,
            Mandates mandates,
            MissingMandate missingMandate,
            GrantCredit grantCredit,
            AskDeferred askDeferred,
            PaymentTerms terms,
            Timeline timeline,
            BusinessClock clock) {
        this.payments = payments;
        this.orders = orders;
        this.calls = calls;
        this.notifyCustomer = notifyCustomer;
        this.notices = notices;
        this.requestPayment = requestPayment;
        this.mandates = mandates;
        this.missingMandate = missingMandate;
        this.grantCredit = grantCredit;
        this.askDeferred = askDeferred;
        this.terms = terms;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Has no effect if an answer is outstanding or the payment is already secured. */
    @Transactional
    public void secure(OrderNumber orderNumber) {
        secure(List.of(orderNumber));
    }

    /**
     * As {@link #secure(OrderNumber)}, for many.
     *
     * @return the orders whose payment is secured
     */
    @Transactional
    public Set<OrderNumber> secure(Collection<OrderNumber> orderNumbers) {
        var all = payments.findAllById(orderNumbers).stream()
                .sorted(Comparator.comparing(Payment::orderNumber))
                .toList();
        var mandated = mandates.active(debited(all));
        for (var payment : all) {
            notifyCustomer.withdraw(payment.orderNumber());
            if (!payment.secured()) {
                ask(payment, orders.get(payment.orderNumber()), mandated);
            }
        }
        grantCredit.grant(all);
        payments.saveAll(all);
        return all.stream().filter(Payment::secured).map(Payment::orderNumber).collect(Collectors.toSet());
    }

    private static Set<CustomerNumber> debited(List<Payment> all) {
        return all.stream()
                .filter(payment -> payment.method() == PaymentMethod.DIRECT_DEBIT && !payment.secured())
                .map(Payment::customerNumber)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** @param mandated customers from whose accounts we may collect */
    private void ask(Payment payment, Order order, Set<CustomerNumber> mandated) {
        switch (payment.method()) {
            case CREDIT_CARD -> authorise(payment);
            case BANK_TRANSFER, CONVENIENCE_STORE -> requestPayment.inAdvance(payment, order);
            case DIRECT_DEBIT -> mandate(payment, mandated);
            case DEFERRED -> askDeferred.ask(payment);
            default -> {}
        }
    }

    /** With a mandate the money is collected later; without one somebody has to get it. */
    private void mandate(Payment payment, Set<CustomerNumber> mandated) {
        var limit = terms.lastDay(payment.method());
        var customer = payment.customerNumber();
        payment.dueBy(limit);
        if (customer != null && mandated.contains(customer)) {
            payment.byMandate(true);
        } else {
            missingMandate.report(payment, limit);
        }
    }

    /** What is missing from a payment at the shop is collected there, as arranged by staff. What was to be tried later is tried now. */
    private void authorise(Payment payment) {
        calls.callOff(payment.orderNumber());
        if (payment.shopPayment() != ShopPayment.NONE
                || payment.cardBarred()
                || payment.status() == PaymentStatus.UNKNOWN
                || calls.outstanding(CardCall.Kind.AUTHORISE, payment.transactionNo())) {
            return;
        }
        var transaction = payment.newAttempt();
        calls.request(
                CardCall.Kind.AUTHORISE,
                payment,
                transaction,
                payment.open(),
                CardCall.Kind.AUTHORISE,
                0,
                Duration.ZERO);
    }

    /** Reminds the customer of the open amount; not of one who may pay later, but whose limit is used up. */
    @Transactional
    public void remind(OrderNumber orderNumber) {
        var payment = payments.findById(orderNumber).orElseThrow();
        var open = payment.open();
        if (open.isPositive() && payment.method() != PaymentMethod.INVOICE) {
            var due = payment.dueBy() == null ? clock.today() : payment.dueBy();
            var order = orders.get(orderNumber);
            var byMail = notifyCustomer.send(order, notices.reminder(order, open, due));
            timeline.add(
                    orderNumber,
                    "PAYMENT_REMINDED",
                    byMail
                            ? BilingualText.of("timeline.payment-reminded.mail", open)
                            : BilingualText.of("timeline.payment-reminded.staff", open),
                    "system");
        }
    }
}
