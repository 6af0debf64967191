package jp.otodoke.payments.accounting;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.export.ExportLog;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the journal of a month for an accounting software, and remembers what was handed over. */
@Component
public class ExportJournal {
    private final Journal journal;
    private final JournalAccounts accounts;
    private final List<JournalFormat> formats;
    private final ExportLog log;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    ExportJournal(
            Journal journal,
            JournalAccounts accounts,
            List<JournalFormat> formats,
            ExportLog log,
            JdbcClient jdbc,
            BusinessClock clock) {
        this.journal = journal;
        this.accounts = accounts;
        this.formats = formats;
        this.log = log;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The same each time as long as nothing more is posted: a closed month stays as it is.
     *
     * @param format id of a {@link JournalFormat}
     * @param by user name
     * @throws Refusal if the format is unknown, or the month has not begun
     */
    @Transactional
    public byte[] export(YearMonth month, String format, String by) {
        var writer = formats.stream()
                .filter(known -> known.id().equals(format))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("journal.format-unknown", format));
        if (month.isAfter(YearMonth.from(clock.today()))) {
            throw Refusal.invalid("journal.month-to-come", month);
        }
        var lines = journal.of(month);
        var bytes = writer.write(month, lines, accounts.all());
        remember(month, format, lines, by);
        log.taken("journal", format, lines.size(), month.toString());
        return bytes;
    }

    private void remember(YearMonth month, String format, List<JournalLine> lines, String by) {
        jdbc.sql(
                        """
                        insert into journal_export (month, format, lines, amount, exported_at, exported_by)
                        values (:month, :format, :lines, :amount, :at, :by)
                        """)
                .param("month", month.toString())
                .param("format", format)
                .param("lines", lines.size())
                .param("amount", Yen.sum(lines, JournalLine::amount).amount())
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by)
                .update();
    }

    /** What was handed over of a month the last time. */
    @Transactional(readOnly = true)
    public Optional<Export> last(YearMonth month) {
        return jdbc.sql(
                        """
                        select format, lines, amount, exported_at, exported_by from journal_export
                         where month = :month order by id desc limit 1
                        """)
                .param("month", month.toString())
                .query((row, n) -> new Export(
                        row.getString("format"),
                        row.getInt("lines"),
                        Yen.of(row.getLong("amount")),
                        row.getTimestamp("exported_at").toInstant(),
                        row.getString("exported_by")))
                .optional();
    }

    /**
     * @param amount of all lines together
     * @param by user name
     */
    public record Export(String format, int lines, Yen amount, Instant at, String by) {}
}
