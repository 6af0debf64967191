package jp.otodoke.partners.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.platform.files.FileWindow;
import jp.otodoke.platform.files.KeyNumbers;
import org.jspecify.annotations.Nullable;

/** The transfers of a file that adds up, read again when they are asked for: only where each stands is held. */
final class ZenginContent {
    private final ZenginLayout layout;
    private final FileWindow content;
    private final EraDates dates;
    private final List<String> accounts = new ArrayList<>();
    private final KeyNumbers identities = new KeyNumbers();
    private int[] seen = new int[64];
    private long[] positions = new long[64];
    private int[] records = new int[64];
    private int[] accountOf = new int[64];
    private int[] nth = new int[64];
    private int size;

    ZenginContent(ZenginLayout layout, FileContent content, LocalDate today) {
        this.layout = layout;
        this.content = new FileWindow(content);
        this.dates = new EraDates(today);
    }

    /** What follows is of this account. */
    void account(String account) {
        accounts.add(account);
    }

    int accounts() {
        return accounts.size();
    }

    /** What a data record is about; it is kept unless it is no transfer. */
    void add(ZenginRecord record, long position) {
        try {
            layout.row(record, accounts.get(accounts.size() - 1), dates)
                    .ifPresent(row -> keep(record, position, occurrence(row)));
        } catch (ZenginRefused unusable) {
            keep(record, position, 0);
        }
    }

    private int occurrence(BankRow row) {
        int number = identities.number(row.identity());
        if (number == seen.length) {
            seen = Arrays.copyOf(seen, 2 * number);
        }
        return ++seen[number];
    }

    private void keep(ZenginRecord record, long position, int occurrence) {
        if (size == positions.length) {
            int more = 2 * size;
            positions = Arrays.copyOf(positions, more);
            records = Arrays.copyOf(records, more);
            accountOf = Arrays.copyOf(accountOf, more);
            nth = Arrays.copyOf(nth, more);
        }
        positions[size] = position;
        records[size] = record.number();
        accountOf[size] = accounts.size() - 1;
        nth[size] = occurrence;
        size++;
    }

    /** How many data records are transfers, or unusable. */
    int size() {
        return size;
    }

    /** The transfers from there to there, and the unusable rows among them. */
    synchronized List<Entry> entries(int from, int to) {
        var entries = new ArrayList<Entry>(to - from);
        for (int i = from; i < to; i++) {
            entries.add(entry(i));
        }
        return entries;
    }

    private Entry entry(int index) {
        var record = new ZenginRecord(records[index], content.read(positions[index], ZenginRecord.LENGTH));
        try {
            var row = layout.row(record, accounts.get(accountOf[index]), dates).orElseThrow();
            return new Entry(record, row, nth[index], List.of());
        } catch (ZenginRefused unusable) {
            return new Entry(record, null, 0, unusable.problems());
        }
    }

    /**
     * @param row null if the record is unusable
     * @param nth which one of those that the bank itself can't tell apart, from 1
     */
    record Entry(ZenginRecord record, @Nullable BankRow row, int nth, List<ZenginProblem> problems) {
        String raw() {
            return record.text(RecordField.RECORD);
        }
    }
}
