package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.Ledger.Posting;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books that a deposit is the agency's transfer of what stores have taken for it, less what it keeps. */
@Component
class BookAgencyTransfer {
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final DepositProposals proposals;

    BookAgencyTransfer(JdbcClient jdbc, Ledger ledger, DepositProposals proposals) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.proposals = proposals;
    }

    /**
     * @param fee what the agency has kept
     * @throws Refusal if a part of the deposit pays something, the bank has reversed it, or the agency does not hold as much
     *     (conflict)
     */
    @Transactional
    public void book(long deposit, Yen fee) {
        var held = held();
        var amount = jdbc.sql(
                        """
                        update deposit set state = 'MATCHED', remaining = 0, from_agency = true
                         where id = :id and state in ('UNMATCHED', 'PROPOSED') and remaining = amount and amount > 0
                        returning amount""")
                .param("id", deposit)
                .query(Long.class)
                .optional()
                .map(Yen::of)
                .orElseThrow(() -> Refusal.conflict("deposit.pay-back.in-use"));
        if (amount.plus(fee).isMoreThan(held)) {
            throw Refusal.conflict("deposit.agency.too-much", amount.plus(fee), held.max(Yen.ZERO));
        }
        ledger.post(List.of(
                new Posting("agency-transfer:" + deposit, Account.SUSPENSE, Account.CONVENIENCE_AGENCY, amount, null),
                new Posting("agency-fee:" + deposit, Account.FEES, Account.CONVENIENCE_AGENCY, fee, null)));
        proposals.withdraw(deposit);
    }

    /** The bank takes the transfer back: the agency owes the money again. Has no effect on another deposit. */
    void takeBack(long deposit) {
        jdbc.sql(
                        "update deposit set from_agency = false where id = :id and from_agency and not from_deferred returning amount")
                .param("id", deposit)
                .query(Long.class)
                .optional()
                .ifPresent(amount -> ledger.post(
                        "agency-transfer-back:" + deposit,
                        Account.CONVENIENCE_AGENCY,
                        Account.SUSPENSE,
                        Yen.of(amount),
                        null));
    }

    private Yen held() {
        return Yen.of(jdbc.sql("select coalesce(sum(amount), 0) from ledger_entry where account = 'CONVENIENCE_AGENCY'")
                .query(Long.class)
                .single());
    }
}
