package jp.otodoke.partners.bank;

import static jp.otodoke.partners.bank.DebitLayout.*;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.payments.DebitOutcome;

/** Compares the trailer of a 口座振替 result with its records. */
final class DebitTotals {
    private final ZenginRecord trailer;
    private final List<ZenginProblem> problems = new ArrayList<>();

    private DebitTotals(ZenginRecord trailer) {
        this.trailer = trailer;
    }

    static List<ZenginProblem> problems(ZenginRecord trailer, List<DebitRow> rows) {
        var totals = new DebitTotals(trailer);
        try {
            totals.compare(rows);
        } catch (ZenginRefused unreadable) {
            totals.problems.addAll(unreadable.problems());
        }
        return totals.problems;
    }

    private void compare(List<DebitRow> rows) {
        var all = sum(rows.stream());
        var done = sum(rows.stream().filter(row -> row.outcome() == DebitOutcome.COLLECTED));
        if (all.count() > 0 && done.equals(all) && trailer.number(DONE_COUNT) == 0 && trailer.number(FAIL_COUNT) == 0) {
            problems.add(ZenginProblem.of(trailer.number(), DONE_COUNT, "mismatch", "echo"));
            return;
        }
        var failed = all.minus(done);
        compare(TOTAL_COUNT, all.count());
        compare(TOTAL_AMOUNT, all.amount());
        compare(DONE_COUNT, done.count());
        compare(DONE_AMOUNT, done.amount());
        compare(FAIL_COUNT, failed.count());
        compare(FAIL_AMOUNT, failed.amount());
    }

    private void compare(RecordField field, long counted) {
        long stated = trailer.number(field);
        if (stated != counted) {
            problems.add(ZenginProblem.of(
                    trailer.number(), field, "mismatch", "total", String.valueOf(stated), String.valueOf(counted)));
        }
    }

    private static AmountTotal sum(Stream<DebitRow> rows) {
        return AmountTotal.of(rows.map(DebitRow::amount).toList());
    }
}
