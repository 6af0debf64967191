package jp.otodoke.partners.bank;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.payments.NewDeposit;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.platform.files.LargeList;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * The deposits of a file as records, each with a reference that stays the same whenever the bank reports it again. They are made
 * when they are asked for.
 */
final class DepositFile extends LargeList<FileRecord<NewDeposit>> {
    /** So many are booked together. */
    static final int CHUNK = 5_000;

    private final ZenginContent content;
    private int aheadFrom;
    private @Nullable CompletableFuture<List<FileRecord<NewDeposit>>> ahead;

    DepositFile(ZenginContent content) {
        this.content = content;
    }

    @Override
    public int size() {
        return content.size();
    }

    /** Those that are booked together are made once, while those before them are booked. */
    @Override
    public List<FileRecord<NewDeposit>> subList(int from, int to) {
        if (from < 0 || from > to || to > size() || to - from > CHUNK) {
            return super.subList(from, to);
        }
        return to - from == Math.min(CHUNK, size() - from) ? chunk(from, to) : load(from, to);
    }

    private synchronized List<FileRecord<NewDeposit>> chunk(int from, int to) {
        var made = ahead == null || aheadFrom != from ? load(from, to) : ahead.join();
        int end = Math.min(to + CHUNK, size());
        aheadFrom = to;
        ahead = end == to ? null : CompletableFuture.supplyAsync(() -> load(to, end));
        return made;
    }

    @Override
    protected List<FileRecord<NewDeposit>> load(int from, int to) {
        return content.entries(from, to).stream().map(DepositFile::record).toList();
    }

    private static FileRecord<NewDeposit> record(ZenginContent.Entry entry) {
        var row = entry.row();
        return row == null
                ? FileRecord.bad(
                        entry.record().number(),
                        entry.raw(),
                        entry.problems().stream().map(DepositFile::mistake).toList(),
                        Set.of())
                : FileRecord.good(row.record(), entry.raw(), deposit(row, entry.nth()), Set.of());
    }

    private static NewDeposit deposit(BankRow row, int nth) {
        return new NewDeposit(
                row.identity() + "#" + nth,
                row.date(),
                Yen.of(row.amount()),
                row.remitterKana(),
                TextNormalizer.orNull(row.remitterCode()),
                row.record(),
                row.cancel(),
                row.inquiryNumber(),
                row.account());
    }

    private static Mistake mistake(ZenginProblem problem) {
        return new Mistake(
                problem.record(),
                problem.position(),
                problem.field(),
                problem.code(),
                problem.reason(),
                problem.arguments());
    }
}
