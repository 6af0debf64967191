package jp.otodoke.payments.accounting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jp.otodoke.payments.LedgerMonths;
import jp.otodoke.payments.LedgerMonths.Closing;
import jp.otodoke.payments.accounting.ExportJournal.Export;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which months of the ledger are closed and handed over. */
@Component
public class LedgerReview {
    private static final int SHOWN = 13;

    private final LedgerMonths months;
    private final ExportJournal exportJournal;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    LedgerReview(
            LedgerMonths months, ExportJournal exportJournal, Journal journal, JdbcClient jdbc, BusinessClock clock) {
        this.months = months;
        this.exportJournal = exportJournal;
        this.journal = journal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The last thirteen in which something was posted, this month first. */
    @Transactional(readOnly = true)
    public List<Month> months() {
        var first = first();
        var closed = months.closed();
        var shown = new ArrayList<Month>();
        for (var month = YearMonth.from(clock.today());
                shown.size() < SHOWN && !month.isBefore(first);
                month = month.minusMonths(1)) {
            shown.add(month(month, closed));
        }
        return shown;
    }

    private Month month(YearMonth month, List<Closing> closed) {
        var closing =
                closed.stream().filter(one -> !one.month().isBefore(month)).reduce((later, earlier) -> earlier);
        var last = exportJournal.last(month);
        return new Month(
                month,
                closing.orElse(null),
                closing.isEmpty() && month.isBefore(YearMonth.from(clock.today())),
                last.orElse(null),
                last.map(export -> since(export, month)).orElse(null));
    }

    private Yen since(Export export, YearMonth month) {
        return Yen.sum(journal.of(month), JournalLine::amount).minus(export.amount());
    }

    /** The first of those shown in which something was posted; looked for by month, as the ledger has no index of each row's time. */
    private YearMonth first() {
        var today = YearMonth.from(clock.today());
        return jdbc.sql(
                        """
                        select min(m.first_day) from unnest(:first::date[], :next::date[]) m(first_day, next_day)
                         where exists (select 1 from ledger_entry e
                                        where e.at >= cast(m.first_day as timestamp) at time zone 'Asia/Tokyo'
                                          and e.at < cast(m.next_day as timestamp) at time zone 'Asia/Tokyo')
                        """)
                .param("first", firstDays(today))
                .param("next", firstDays(today.plusMonths(1)))
                .query(LocalDate.class)
                .optional()
                .map(YearMonth::from)
                .orElse(today);
    }

    private static String[] firstDays(YearMonth last) {
        return IntStream.range(0, SHOWN)
                .mapToObj(before -> last.minusMonths(before).atDay(1).toString())
                .toArray(String[]::new);
    }

    /**
     * @param closing of it or of the first closed month after it; null if it is open
     * @param closable whether it is over and open
     * @param export the last one; null if it was never handed over
     * @param since by how much its lines come to more than they did then
     */
    public record Month(
            YearMonth month,
            @Nullable Closing closing,
            boolean closable,
            @Nullable Export export,
            @Nullable Yen since) {}
}
