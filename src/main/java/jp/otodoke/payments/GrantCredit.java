package jp.otodoke.payments;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/**
 * 与信: lets orders on account leave unpaid as long as what their customer owes, delivered or not, stays within the limit. The
 * customers' terms are locked meanwhile; the older order comes first.
 */
@Component
class GrantCredit {
    private final CreditAccounts accounts;
    private final CreditExceeded exceeded;
    private final PaymentTerms terms;
    private final BusinessClock clock;

    GrantCredit(CreditAccounts accounts, CreditExceeded exceeded, PaymentTerms terms, BusinessClock clock) {
        this.accounts = accounts;
        this.exceeded = exceeded;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * An order that does not fit waits for a person. The caller saves the payments.
     *
     * @param asked those by another method are left as they are
     */
    void grant(Collection<Payment> asked) {
        var waiting = asked.stream()
                .filter(payment ->
                        payment.method() == PaymentMethod.INVOICE && (!payment.secured() || payment.creditRefused()))
                .sorted(Comparator.comparing(Payment::orderNumber))
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        var limits = accounts.lock(customers(waiting));
        var used = new HashMap<>(accounts.used(
                limits.keySet(), waiting.stream().map(Payment::orderNumber).toList()));
        waiting.forEach(payment -> grant(payment, limits, used));
    }

    private void grant(Payment payment, Map<CustomerNumber, CreditTerms> limits, Map<CustomerNumber, Yen> used) {
        var customer = Optional.ofNullable(payment.customerNumber());
        var agreed = customer.map(limits::get);
        var so = customer.map(used::get).orElse(Yen.ZERO);
        var sum = so.plus(payment.open());
        if (payment.secured()
                || agreed.filter(one -> !sum.isMoreThan(one.limit())).isPresent()) {
            payment.grantCredit();
            customer.ifPresent(one -> used.put(one, sum));
            exceeded.done(payment.orderNumber());
        } else {
            payment.refuseCredit(clock.instant(), terms.lastDay(PaymentMethod.INVOICE));
            exceeded.report(payment, agreed.map(CreditTerms::limit).orElse(Yen.ZERO), so);
        }
    }

    private static List<CustomerNumber> customers(List<Payment> waiting) {
        return waiting.stream()
                .map(Payment::customerNumber)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }
}
