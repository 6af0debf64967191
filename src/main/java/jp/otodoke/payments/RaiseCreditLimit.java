package jp.otodoke.payments;

import java.util.List;
import java.util.Objects;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Raises the limit of the customer whose order waits for it, so far that the order fits. */
@Component
public class RaiseCreditLimit {
    private final Payments payments;
    private final CreditAccounts accounts;
    private final AllowCredit allowCredit;
    private final ChangeCreditTerms changeCreditTerms;

    RaiseCreditLimit(
            Payments payments, CreditAccounts accounts, AllowCredit allowCredit, ChangeCreditTerms changeCreditTerms) {
        this.payments = payments;
        this.accounts = accounts;
        this.allowCredit = allowCredit;
        this.changeCreditTerms = changeCreditTerms;
    }

    /** The least limit with which the order may leave. */
    @Transactional(readOnly = true)
    public Yen needed(OrderNumber order) {
        var payment = payments.findById(order).orElseThrow(() -> Refusal.notFound("order.not-found", order));
        return used(payment).plus(payment.open());
    }

    /**
     * @param by user name
     * @throws InvalidInput if the order does not fit into this limit either
     * @throws Refusal if the customer may not order on account any more (conflict)
     */
    @Transactional
    public void to(Yen limit, OrderNumber order, String by) {
        if (needed(order).isMoreThan(limit) || limit.isMoreThan(CreditTerms.MOST)) {
            throw new InvalidInput("creditLimit", "too-low", BilingualText.of("credit.problem.too-low", needed(order)));
        }
        var customer = customer(payments.findById(order).orElseThrow());
        var account = accounts.find(customer)
                .filter(CreditAccount::active)
                .orElseThrow(() -> Refusal.conflict("credit.without-terms", customer));
        allowCredit.once(order, by);
        changeCreditTerms.change(customer, account.terms().withLimit(limit));
    }

    private Yen used(Payment payment) {
        var customer = customer(payment);
        return accounts.used(List.of(customer), List.of(payment.orderNumber())).getOrDefault(customer, Yen.ZERO);
    }

    private static CustomerNumber customer(Payment payment) {
        return Objects.requireNonNull(payment.customerNumber());
    }
}
