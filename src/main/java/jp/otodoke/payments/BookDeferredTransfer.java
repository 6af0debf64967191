package jp.otodoke.payments;

import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books that a deposit is what the provider of 後払い pays out by its statements. */
@Component
class BookDeferredTransfer {
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final DepositProposals proposals;

    BookDeferredTransfer(JdbcClient jdbc, Ledger ledger, DepositProposals proposals) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.proposals = proposals;
    }

    /**
     * @throws Refusal if a part of the deposit pays something, the bank has reversed it, or no statement tells of as much
     *     (conflict)
     */
    @Transactional
    public void book(long deposit) {
        var amount = jdbc.sql(
                        """
                        update deposit set state = 'MATCHED', remaining = 0, from_agency = true, from_deferred = true
                         where id = :id and state in ('UNMATCHED', 'PROPOSED') and remaining = amount and amount > 0
                        returning amount""")
                .param("id", deposit)
                .query(Long.class)
                .optional()
                .map(Yen::of)
                .orElseThrow(() -> Refusal.conflict("deposit.pay-back.in-use"));
        var announced = announced().plus(amount);
        if (amount.isMoreThan(announced)) {
            throw Refusal.conflict("deposit.deferred.too-much", amount, announced.max(Yen.ZERO));
        }
        ledger.post("deferred-transfer:" + deposit, Account.SUSPENSE, Account.DEFERRED_AGENCY, amount, null);
        proposals.withdraw(deposit);
    }

    /** The bank takes the transfer back: the provider owes the money again. Has no effect on another deposit. */
    void takeBack(long deposit) {
        jdbc.sql(
                        """
                        update deposit set from_agency = false, from_deferred = false where id = :id and from_deferred returning amount""")
                .param("id", deposit)
                .query(Long.class)
                .optional()
                .ifPresent(amount -> ledger.post(
                        "deferred-transfer-back:" + deposit,
                        Account.DEFERRED_AGENCY,
                        Account.SUSPENSE,
                        Yen.of(amount),
                        null));
    }

    /** What statements tell of less what has come: the deposit itself is counted as come already. */
    private Yen announced() {
        return Yen.of(jdbc.sql(
                        """
                        select coalesce((select sum(amount - fee) from deferred_settlement), 0)
                             - coalesce((select sum(amount) from deposit where from_deferred), 0)
                        """)
                .query(Long.class)
                .single());
    }
}
