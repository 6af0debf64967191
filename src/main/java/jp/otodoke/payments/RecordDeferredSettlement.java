package jp.otodoke.payments;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.Optional;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records the statements of the provider of 後払い. What it has kept is a fee at once; the rest lies with it until its transfer is
 * matched, so that the bank is booked once, by its own file.
 */
@Component
public class RecordDeferredSettlement {
    private final JdbcClient jdbc;
    private final DeferredTransactions transactions;
    private final Ledger ledger;
    private final BusinessClock clock;

    RecordDeferredSettlement(JdbcClient jdbc, DeferredTransactions transactions, Ledger ledger, BusinessClock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @return how many had not been recorded before
     * @throws InvalidInput if a transaction is unknown, of another order or not reported, more is paid out than it comes to, or the
     *     same payment is known with another amount
     */
    @Transactional
    public int record(Collection<DeferredSettlement> settlements) {
        return (int) settlements.stream().filter(this::record).count();
    }

    private boolean record(DeferredSettlement settlement) {
        var known = known(settlement);
        if (known.isPresent()) {
            refuseOther(settlement, known.get());
            return false;
        }
        var transaction = reported(settlement);
        if (settlement.amount().isMoreThan(outstanding(transaction))) {
            throw new InvalidInput(
                    "amount", "too-much", BilingualText.of("deferred.settlement.too-much", outstanding(transaction)));
        }
        insert(settlement, transaction);
        ledger.post(
                "deferred-fee:" + settlement.providerId() + ":" + settlement.paidOn(),
                Account.FEES,
                Account.DEFERRED_AGENCY,
                settlement.fee(),
                settlement.order());
        return true;
    }

    private Optional<DeferredSettlement> known(DeferredSettlement asked) {
        return jdbc.sql("select amount, fee from deferred_settlement where provider_id = :id and paid_on = :day")
                .param("id", asked.providerId())
                .param("day", asked.paidOn())
                .query((row, n) -> new DeferredSettlement(
                        asked.providerId(),
                        asked.order(),
                        Yen.of(row.getLong("amount")),
                        Yen.of(row.getLong("fee")),
                        asked.paidOn()))
                .optional();
    }

    private static void refuseOther(DeferredSettlement settlement, DeferredSettlement known) {
        if (!settlement.equals(known)) {
            throw new InvalidInput(
                    "amount", "differs", BilingualText.of("deferred.settlement.differs", known.amount(), known.fee()));
        }
    }

    private DeferredTransaction reported(DeferredSettlement settlement) {
        var transaction = transactions
                .byProvider(settlement.providerId())
                .orElseThrow(() ->
                        new InvalidInput("transaction_id", "unknown", BilingualText.of("deferred.settlement.unknown")));
        if (!transaction.order().equals(settlement.order())) {
            throw new InvalidInput(
                    "order_no", "differs", BilingualText.of("deferred.settlement.other-order", transaction.order()));
        }
        return transaction;
    }

    /** What the provider has bought of the order and not paid out yet; a reduced transaction and its follower count together. */
    private Yen outstanding(DeferredTransaction transaction) {
        return Yen.of(jdbc.sql(
                        """
                        select coalesce((select sum(a.amount) from payment_allocation a
                                          where a.receivable = :order and a.account = 'DEFERRED_AGENCY'), 0)
                             - coalesce((select sum(s.amount) from deferred_settlement s join deferred_transaction t on t.own_id = s.own_id
                                          where t.order_number = :order), 0)
                        """)
                .param("order", transaction.order().value())
                .query(Long.class)
                .single());
    }

    private void insert(DeferredSettlement settlement, DeferredTransaction transaction) {
        jdbc.sql(
                        """
                        insert into deferred_settlement (provider_id, paid_on, own_id, amount, fee, recorded_at)
                        values (:provider, :day, :own, :amount, :fee, :now)
                        """)
                .param("provider", settlement.providerId())
                .param("day", settlement.paidOn())
                .param("own", transaction.ownId())
                .param("amount", settlement.amount().amount())
                .param("fee", settlement.fee().amount())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
