package jp.otodoke.payments;

import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books that a deposit which pays no order was transferred back to whoever sent it. */
@Component
class PayBackDeposit {
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final AuditTrail audit;

    PayBackDeposit(JdbcClient jdbc, Ledger ledger, AuditTrail audit) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.audit = audit;
    }

    /** @throws Refusal if a part of it pays an order, or the bank has reversed it meanwhile (conflict) */
    @Transactional
    public void payBack(long deposit, String reference) {
        var amount = jdbc.sql(
                        """
                        update deposit set state = 'REVERSED'
                         where id = :id and state in ('UNMATCHED', 'PROPOSED') and remaining = amount and amount > 0
                        returning amount""")
                .param("id", deposit)
                .query(Long.class)
                .optional()
                .map(Yen::of)
                .orElseThrow(() -> Refusal.conflict("deposit.pay-back.in-use"));
        ledger.post("deposit-paid-back:" + deposit, Account.SUSPENSE, Account.BANK, amount, null);
        audit.record("deposit-paid-back", String.valueOf(deposit), amount.amount() + " " + reference);
    }
}
