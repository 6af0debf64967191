package jp.otodoke.payments.accounting;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import jp.otodoke.payments.LedgerMonths;
import jp.otodoke.payments.TrialBalance;
import jp.otodoke.payments.TrialBalance.Balance;
import jp.otodoke.payments.accounting.JournalLine.Side;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 仕訳: the postings of a month as an accountant enters them, one line per day and pair of accounts. Sales come with their tax in
 * them; what was paid in advance is moved from receivables at the end of the month, by the difference to the month before.
 */
@Component
public class Journal {
    private static final String RECEIVABLE = "RECEIVABLE";
    static final String SALES = "SALES";
    private static final String OUTPUT_TAX = "OUTPUT_TAX";

    private final JdbcClient jdbc;
    private final TrialBalance trialBalance;

    Journal(JdbcClient jdbc, TrialBalance trialBalance) {
        this.jdbc = jdbc;
        this.trialBalance = trialBalance;
    }

    /** In the order of days; what is posted to each account adds up to the change of the trial balance over the month. */
    @Transactional(readOnly = true)
    public List<JournalLine> of(YearMonth month) {
        var lines = new ArrayList<>(withTax(posted(month)));
        var ahead = advances(month).minus(advances(month.minusMonths(1)));
        if (!ahead.isZero()) {
            var receivable = Side.of(RECEIVABLE);
            var advances = Side.of(TrialBalance.ADVANCES);
            lines.add(
                    ahead.isPositive()
                            ? new JournalLine(month.atEndOfMonth(), receivable, advances, ahead, Yen.ZERO)
                            : new JournalLine(month.atEndOfMonth(), advances, receivable, ahead.negated(), Yen.ZERO));
        }
        return lines;
    }

    private Yen advances(YearMonth month) {
        return trialBalance.at(month.atEndOfMonth()).stream()
                .filter(balance -> balance.account().equals(TrialBalance.ADVANCES))
                .map(Balance::credit)
                .reduce(Yen.ZERO, Yen::plus);
    }

    private List<JournalLine> posted(YearMonth month) {
        return jdbc.sql(
                        """
                        select cast(d.at at time zone 'Asia/Tokyo' as date) as day, d.account as debit, d.tax_rate as debit_rate,
                               c.account as credit, c.tax_rate as credit_rate, sum(d.amount) as amount
                          from ledger_entry d
                          join ledger_entry c on c.posting = d.posting and c.amount < 0
                         where d.amount > 0 and d.at >= :begin and d.at < :end
                         group by 1, 2, 3, 4, 5
                         order by 1, 2, 3, 4, 5
                        """)
                .param("begin", Timestamp.from(LedgerMonths.begin(month)))
                .param("end", Timestamp.from(LedgerMonths.end(month)))
                .query((row, n) -> new JournalLine(
                        row.getObject("day", LocalDate.class),
                        new Side(row.getString("debit"), row.getObject("debit_rate", Integer.class)),
                        new Side(row.getString("credit"), row.getObject("credit_rate", Integer.class)),
                        Yen.of(row.getLong("amount")),
                        Yen.ZERO))
                .list();
    }

    /** Tax joins the sales of its day, rate and direction; alone it stays a line of its own. */
    private static List<JournalLine> withTax(List<JournalLine> posted) {
        var joined = new LinkedHashMap<Place, JournalLine>();
        posted.stream().filter(line -> !tax(line)).forEach(line -> joined.put(Place.of(line), line));
        posted.stream()
                .filter(Journal::tax)
                .forEach(line -> joined.merge(Place.ofSales(line, joined), line, Journal::join));
        return joined.values().stream()
                .sorted((a, b) -> a.day().compareTo(b.day()))
                .toList();
    }

    private static boolean tax(JournalLine line) {
        return line.debit().account().equals(OUTPUT_TAX)
                || line.credit().account().equals(OUTPUT_TAX);
    }

    private static JournalLine join(JournalLine sales, JournalLine tax) {
        return new JournalLine(
                sales.day(), sales.debit(), sales.credit(), sales.amount().plus(tax.amount()), tax.amount());
    }

    /** Where a line stands: on which day and between which accounts. */
    private record Place(LocalDate day, Side debit, Side credit) {
        static Place of(JournalLine line) {
            return new Place(line.day(), line.debit(), line.credit());
        }

        /** That of the sales to which the tax belongs, if there are any. */
        static Place ofSales(JournalLine tax, LinkedHashMap<Place, ?> lines) {
            var sales = new Place(tax.day(), ofSales(tax.debit()), ofSales(tax.credit()));
            return lines.containsKey(sales) ? sales : of(tax);
        }

        private static Side ofSales(Side side) {
            return side.account().equals(OUTPUT_TAX) ? new Side(SALES, side.taxRate()) : side;
        }
    }
}
