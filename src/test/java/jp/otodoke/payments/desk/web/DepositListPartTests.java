package jp.otodoke.payments.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import jp.otodoke.UnitTest;
import jp.otodoke.payments.Deposit;
import jp.otodoke.shared.Yen;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Pages of a list of deposits that is sorted by their ids. */
@UnitTest
class DepositListPartTests {
    @Property(tries = 200)
    void pagesShowEachRowOnceForwardsAndTheSameBackwards(
            @ForAll @IntRange(max = 30) int rows, @ForAll @IntRange(min = 1, max = 7) int size) {
        var forwards = new ArrayList<List<Long>>();
        var page = part(rows, 0, size);
        forwards.add(ids(page));
        while (page.next() != null) {
            page = part(rows, page.next(), size);
            forwards.add(ids(page));
        }
        var backwards = new ArrayList<List<Long>>();
        backwards.add(ids(page));
        while (page.previous() != null) {
            page = part(rows, page.previous(), size);
            backwards.add(ids(page));
        }
        Collections.reverse(backwards);

        assertThat(forwards.stream().flatMap(List::stream))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, rows).boxed().toList());
        assertThat(backwards.stream().flatMap(List::stream).distinct())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, rows).boxed().toList());
    }

    @Test
    void whereNothingIsLeftBehindARowTheFirstPageIsShown() {
        assertThat(ids(part(3, 3, 2))).containsExactly(1L, 2L);
    }

    private static List<Long> ids(DepositListPart part) {
        return part.deposits().stream().map(Deposit::id).toList();
    }

    private static DepositListPart part(int rows, long from, int size) {
        return DepositListPart.of(from, size, (begin, limit) -> {
            var behind = LongStream.rangeClosed(1, rows)
                    .filter(id -> begin >= 0 ? id > begin : id < -begin)
                    .mapToObj(DepositListPartTests::deposit)
                    .toList();
            return begin >= 0
                    ? behind.subList(0, Math.min(limit, behind.size()))
                    : behind.subList(Math.max(0, behind.size() - limit), behind.size());
        });
    }

    private static Deposit deposit(long id) {
        var amount = Yen.of(1_000);
        return new Deposit(
                id,
                "file",
                LocalDate.of(2026, 12, 1),
                amount,
                amount,
                "ダレカ",
                Deposit.State.UNMATCHED,
                Instant.EPOCH,
                null);
    }
}
