package jp.otodoke.payments;

import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books that a deposit which pays no order was transferred back to whoever sent it. */
@Component
public class PayBackDeposit {
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final DepositProposals proposals;
    private final AskAboutDeposit ask;
    private final AuditTrail audit;

    PayBackDeposit(JdbcClient jdbc, Ledger ledger, DepositProposals proposals, AskAboutDeposit ask, AuditTrail audit) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.proposals = proposals;
        this.ask = ask;
        this.audit = audit;
    }

    /**
     * @param reference of the transfer
     * @throws InvalidInput if there is none
     * @throws Refusal if a part of the deposit pays an order, or the bank has reversed it meanwhile (conflict)
     */
    @Transactional
    public void payBack(long deposit, String reference) {
        if (TextNormalizer.blank(reference)) {
            throw new InvalidInput(
                    "reference",
                    "required",
                    BilingualText.of("inbox.decision.problem.field", BilingualText.of("task.field.transferReference")));
        }
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
        proposals.withdraw(deposit);
        ask.done(deposit);
        audit.record("deposit-paid-back", String.valueOf(deposit), amount.amount() + " " + reference);
    }
}
