package jp.otodoke.payments.accounting;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private YearMonth first() {
        return Optional.ofNullable(jdbc.sql("select at from ledger_entry order by id limit 1")
                        .query(Timestamp.class)
                        .optional()
                        .orElse(null))
                .map(Timestamp::toInstant)
                .map((Instant at) -> YearMonth.from(at.atZone(BusinessClock.TOKYO)))
                .orElse(YearMonth.from(clock.today()));
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
