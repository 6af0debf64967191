package jp.otodoke.payments.accounting;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.payments.DueClosings;
import jp.otodoke.payments.LedgerMonths;
import jp.otodoke.payments.MonthEndCheck;
import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is open about money at the end of a month. Only books that contradict themselves keep it from being closed; everything else
 * may be carried into the next month.
 */
@Component
@Order(1)
class MoneyAtMonthEnd implements MonthEndCheck {
    private static final String OPEN =
            """
            select c.code, c.count, c.sum, c.link from (
                select 1 as no, 'suspense' as code, count(*) as count, sum(remaining) as sum, '/deposits' as link
                  from deposit where amount > 0 and remaining > 0 and posting_date <= :last
                union all
                select 2, 'proposals', count(*), sum(p.amount), '/deposits?state=PROPOSED'
                  from deposit_proposal p join deposit d on d.id = p.deposit_id where d.posting_date <= :last
                union all
                select 3, 'debit-cycles', count(distinct d.id), sum(c.amount), '/direct-debits'
                  from direct_debit d join direct_debit_claim c on c.direct_debit_id = d.id and c.state = 'OPEN'
                 where d.state <> 'DONE' and d.debit_date <= :last
                union all
                select 4, 'slips', count(*), sum(booked), '/slips' from slip_receipt where state = 'PROVISIONAL' and paid_at < :end
                union all
                select 5, 'refunds', count(*), sum(amount), '/refunds'
                  from refund where (state in ('PROPOSED', 'APPROVED') or state = 'SENT' and route = 'CARD') and requested_at < :end
                union all
                select 6, 'transfer-files', count(*), sum(total), '/transfer-files'
                  from transfer_file where state = 'COLLECTED' and created_at < :end
                union all
                select 7, 'unknown', count(*), sum(charged), '/receivables' from receivable where status = 'UNKNOWN'
                union all
                select 8, 'overpaid', count(*), sum(paid - charged), '/refunds' from receivable where kind = 'ORDER' and paid > charged
                union all
                select 9, 'overdue', count(distinct receivable), sum(open), '/ledger/ages' from payments_due_view where due_by <= :last
                union all
                select 10, 'not-invoiced', count(*), sum(charged - invoiced), '/statements'
                  from receivable r join credit_terms t on t.customer_number = r.customer_number
                 where r.to_invoice and t.closed_through < :last) c
             order by c.no
            """;

    /** What was sold, is not paid, and has no day by which it should be, by how long ago its goods left. */
    private static final String UNDATED =
            """
            select count(*) filter (where cod and not old) as cod, sum(open) filter (where cod and not old) as cod_sum,
                   count(*) filter (where cod and old) as old, sum(open) filter (where cod and old) as old_sum,
                   count(*) filter (where not cod) as undated, sum(open) filter (where not cod) as undated_sum
              from (select r.charged - r.paid as open, r.method = 'CASH_ON_DELIVERY' as cod, s.at < :monthAgo as old
                      from receivable r
                      join lateral (select max(at) as at from ledger_entry e
                                     where e.receivable = r.number and e.tax_rate is not null and e.at < :end) s on s.at is not null
                     where r.charged > r.paid and r.due_by is null and r.invoiced = 0 and not r.to_invoice and not r.by_mandate) o
            """;

    private final JdbcClient jdbc;
    private final List<Invariant> invariants;
    private final ExportJournal exportJournal;
    private final DueClosings closings;
    private final BusinessClock clock;

    MoneyAtMonthEnd(
            JdbcClient jdbc,
            List<Invariant> invariants,
            ExportJournal exportJournal,
            DueClosings closings,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.invariants = invariants;
        this.exportJournal = exportJournal;
        this.closings = closings;
        this.clock = clock;
    }

    @Override
    public List<Line> lines(YearMonth month) {
        return Stream.of(contradictions(), open(month), undated(month), Stream.of(closings(month), journal(month)))
                .flatMap(lines -> lines)
                .toList();
    }

    private Stream<Line> contradictions() {
        return Stream.of("receivables-balance", "sales-follow-shipped-pieces", "statements-follow-sales")
                .map(name -> new Line(name, violations(name), null, "/ledger", true));
    }

    private long violations(String name) {
        return invariants.stream()
                .filter(invariant -> invariant.name().equals(name))
                .mapToLong(Invariant::violations)
                .sum();
    }

    private Stream<Line> open(YearMonth month) {
        return jdbc
                .sql(OPEN)
                .param("last", month.atEndOfMonth())
                .param("end", Timestamp.from(LedgerMonths.end(month)))
                .query((row, n) ->
                        line(row.getString("code"), row.getLong("count"), row.getLong("sum"), row.getString("link")))
                .list()
                .stream();
    }

    private Stream<Line> undated(YearMonth month) {
        return jdbc.sql(UNDATED)
                .param("end", Timestamp.from(LedgerMonths.end(month)))
                .param("monthAgo", Timestamp.from(LedgerMonths.begin(month)))
                .query((row, n) -> Stream.of(
                        line("cod", row.getLong("cod"), row.getLong("cod_sum"), "/ledger/ages"),
                        line("cod-old", row.getLong("old"), row.getLong("old_sum"), "/ledger/ages"),
                        line("undated", row.getLong("undated"), row.getLong("undated_sum"), "/ledger/ages")))
                .single();
    }

    private static Line line(String code, long count, long sum, String link) {
        return new Line(code, count, Yen.of(sum), link, false);
    }

    private Line closings(YearMonth month) {
        var last = Stream.of(month.atEndOfMonth(), clock.today().minusDays(1))
                .min(LocalDate::compareTo)
                .orElseThrow();
        return new Line("closings", closings.until(last).size(), null, "/statements", false);
    }

    private Line journal(YearMonth month) {
        return new Line("journal", exportJournal.last(month).isPresent() ? 0 : 1, null, "/ledger/months", false);
    }
}
