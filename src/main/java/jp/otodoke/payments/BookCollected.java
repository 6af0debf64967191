package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pays with what an agency has collected. It owes us the money until it transfers the sum, some days later and less its fees:
 * it has an account of its own in the ledger.
 */
@Component
class BookCollected {
    private static final String SELECT =
            """
            select c.id, c.receivable, c.amount, r.charged - r.paid as open, d.debit_date, m.holder_kana
              from direct_debit_claim c
              join direct_debit d on d.id = c.direct_debit_id
              join mandate m on m.id = c.mandate_id
              join receivable r on r.number = c.receivable
            """;

    private final JdbcClient jdbc;
    private final AllocatePayments allocatePayments;
    private final Payments payments;
    private final Receivables receivables;
    private final ExcessDebit excessDebit;
    private final Timeline timeline;

    BookCollected(
            JdbcClient jdbc,
            AllocatePayments allocatePayments,
            Payments payments,
            Receivables receivables,
            ExcessDebit excessDebit,
            Timeline timeline) {
        this.jdbc = jdbc;
        this.allocatePayments = allocatePayments;
        this.payments = payments;
        this.receivables = receivables;
        this.excessDebit = excessDebit;
        this.timeline = timeline;
    }

    /** All claims of the cycle that the bank reports as collected: together, unless something else has paid them meanwhile. */
    void book(long cycle) {
        var all = jdbc.sql(SELECT + " where d.id = :id and c.state = 'PAID' order by r.number for update of r")
                .param("id", cycle)
                .query(BookCollected::collected)
                .list();
        var exact = all.stream()
                .collect(Collectors.partitioningBy(claim -> claim.open().isAtLeast(claim.amount())));
        together(exact.getOrDefault(true, List.of()));
        exact.getOrDefault(false, List.of()).forEach(claim -> alone(claim, CurrentStaff.SYSTEM));
        tell(all, CurrentStaff.SYSTEM);
    }

    /** One claim, of which a person has found out that it was collected. */
    void bookOne(long id, String by) {
        var claim = jdbc.sql(SELECT + " where c.id = :id for update of r")
                .param("id", id)
                .query(BookCollected::collected)
                .single();
        alone(claim, by);
        tell(List.of(claim), by);
    }

    private void together(List<Collected> claims) {
        if (!claims.isEmpty()) {
            allocatePayments.allocate(claims.stream()
                    .map(claim -> claim.pays(claim.amount(), CurrentStaff.SYSTEM))
                    .toList());
        }
    }

    private void alone(Collected claim, String by) {
        if (claim.receivable().ofOrder()) {
            var payment = payments.findById(claim.receivable().asOrder()).orElseThrow();
            allocatePayments.allocate(payment, claim.pays(claim.amount(), by));
            return;
        }
        var receivable = receivables.findById(claim.receivable()).orElseThrow();
        var part = claim.amount().min(receivable.open().max(Yen.ZERO));
        if (part.isPositive()) {
            allocatePayments.allocate(receivable, claim.pays(part, by));
        }
        if (claim.amount().isMoreThan(part)) {
            excessDebit.book(claim.id(), claim.holderKana(), claim.amount().minus(part), claim.debitDate());
        }
    }

    private void tell(Collection<Collected> claims, String by) {
        var entries = claims.stream()
                .filter(claim -> claim.receivable().ofOrder())
                .map(claim -> new Timeline.Entry(
                        claim.receivable().asOrder(),
                        "PAID",
                        BilingualText.of("timeline.debited", claim.amount(), claim.debitDate()),
                        by))
                .toList();
        if (!entries.isEmpty()) {
            timeline.add(entries);
        }
    }

    private static Collected collected(ResultSet row, int index) throws SQLException {
        return new Collected(
                row.getLong("id"),
                ReceivableNumber.of(row.getString("receivable")),
                Yen.of(row.getLong("amount")),
                Yen.of(row.getLong("open")),
                row.getObject("debit_date", LocalDate.class),
                row.getString("holder_kana"));
    }

    private record Collected(
            long id, ReceivableNumber receivable, Yen amount, Yen open, LocalDate debitDate, String holderKana) {
        PaymentAllocation pays(Yen part, String by) {
            return new PaymentAllocation(
                    "direct-debit:" + id,
                    receivable,
                    Reason.COLLECTED,
                    Account.DEBIT_AGENCY,
                    part,
                    null,
                    null,
                    null,
                    by);
        }
    }
}
