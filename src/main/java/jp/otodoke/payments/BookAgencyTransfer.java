package jp.otodoke.payments;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.Ledger.Posting;
import jp.otodoke.platform.data.NameLocks;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books that a deposit is what somebody transfers who has collected it for us, less what he keeps. */
@Component
class BookAgencyTransfer {
    private static final int LOCK = 4_102;

    private final JdbcClient jdbc;
    private final NameLocks locks;
    private final Ledger ledger;
    private final DepositProposals proposals;
    private final CollectorRemitters remitters;

    BookAgencyTransfer(
            JdbcClient jdbc, NameLocks locks, Ledger ledger, DepositProposals proposals, CollectorRemitters remitters) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.ledger = ledger;
        this.proposals = proposals;
        this.remitters = remitters;
    }

    /**
     * @param fee what the collector has kept
     * @param by user name; what a person decides is remembered
     * @throws Refusal if a part of the deposit pays something, the bank has reversed it, or the collector does not hold as much
     *     (conflict)
     */
    @Transactional
    public void book(long deposit, Collector collector, Yen fee, String by) {
        lock(Set.of(collector));
        var held = held(collector);
        var amount = jdbc.sql(
                        """
                        update deposit set state = 'MATCHED', remaining = 0, from_agency = true, collector = :collector
                         where id = :id and state in ('UNMATCHED', 'PROPOSED') and remaining = amount and amount > 0
                        returning amount""")
                .param("id", deposit)
                .param("collector", collector.name())
                .query(Long.class)
                .optional()
                .map(Yen::of)
                .orElseThrow(() -> Refusal.conflict("deposit.pay-back.in-use"));
        if (amount.plus(fee).isMoreThan(held)) {
            throw Refusal.conflict(
                    "deposit.collector.too-much", collector.words(), amount.plus(fee), held.max(Yen.ZERO));
        }
        ledger.post(List.of(
                new Posting("agency-transfer:" + deposit, Account.SUSPENSE, collector.account(), amount, null),
                new Posting("agency-fee:" + deposit, Account.FEES, collector.account(), fee, null)));
        proposals.withdraw(deposit);
        if (!by.equals(CurrentStaff.SYSTEM)) {
            remitters.learn(deposit, collector, by);
        }
    }

    /** Nobody else books a transfer of theirs meanwhile: what is held is asked only under this lock, where it decides. */
    void lock(Collection<Collector> collectors) {
        locks.lock(LOCK, collectors.stream().map(Collector::name).toList());
    }

    /** The bank takes the transfer back: the collector owes the money again. Has no effect on another deposit. */
    void takeBack(long deposit) {
        jdbc.sql(
                        """
                        update deposit d set from_agency = false, collector = null from deposit before
                         where d.id = :id and before.id = d.id and d.from_agency and not d.from_deferred
                        returning d.amount, coalesce(before.collector, 'CONVENIENCE') as collector""")
                .param("id", deposit)
                .query((row, n) -> new Posting(
                        "agency-transfer-back:" + deposit,
                        Collector.valueOf(row.getString("collector")).account(),
                        Account.SUSPENSE,
                        Yen.of(row.getLong("amount")),
                        null))
                .optional()
                .ifPresent(posting -> ledger.post(List.of(posting)));
    }

    /** What it has collected and has still to transfer. */
    Yen held(Collector collector) {
        return Yen.of(jdbc.sql("select coalesce(sum(amount), 0) from ledger_entry where account = '%s'"
                        .formatted(collector.account().name()))
                .query(Long.class)
                .single());
    }
}
