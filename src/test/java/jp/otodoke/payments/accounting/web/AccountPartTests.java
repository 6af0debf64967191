package jp.otodoke.payments.accounting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jp.otodoke.UnitTest;
import jp.otodoke.payments.accounting.AccountEntry;
import jp.otodoke.payments.accounting.AccountPlace;
import jp.otodoke.payments.accounting.CustomerAccount;
import jp.otodoke.payments.accounting.CustomerAccount.Period;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The pages of a customer's account. */
@UnitTest
class AccountPartTests {
    private static final Period ALL = new Period(CustomerNumber.of("C0000001"), null, null);

    @Property(tries = 100)
    void thePagesForthAndBackShowEachRowOnce(
            @ForAll @IntRange(max = 23) int rows, @ForAll @IntRange(min = 1, max = 7) int size) {
        var account = account(rows);

        assertThat(walked(account, "", size, false)).isEqualTo(numbers(rows));
        assertThat(walked(account, "last", size, true)).isEqualTo(numbers(rows));
    }

    @Test
    void whatIsNoPageIsTheFirstOne() {
        var account = account(5);

        assertThat(ids(AccountPart.of(account, ALL, "3", 2))).containsExactly(0L, 1L);
        assertThat(ids(AccountPart.of(account, ALL, "~x", 2))).containsExactly(0L, 1L);
        assertThat(ids(AccountPart.of(account, ALL, place(99).written(), 2))).containsExactly(0L, 1L);
        assertThat(AccountPart.of(account(0), ALL, "", 2)).isEqualTo(new AccountPart(List.of(), null, null));
    }

    private static List<Long> walked(CustomerAccount account, String first, int size, boolean back) {
        var seen = new ArrayList<Long>();
        for (@Nullable String page = first; page != null; ) {
            var part = AccountPart.of(account, ALL, page, size);
            seen.addAll(back ? 0 : seen.size(), ids(part));
            page = back ? part.previous() : part.next();
        }
        return seen;
    }

    private static List<Long> ids(AccountPart part) {
        return part.entries().stream().map(entry -> entry.place().id()).toList();
    }

    private static List<Long> numbers(int rows) {
        return IntStream.range(0, rows).mapToObj(Long::valueOf).toList();
    }

    private static AccountPlace place(long id) {
        return new AccountPlace(Instant.ofEpochSecond(1_800_000_000), 1, id);
    }

    /** With so many rows of one moment. */
    private static CustomerAccount account(int rows) {
        var all = IntStream.range(0, rows)
                .mapToObj(n -> new AccountEntry(
                        place(n),
                        AccountEntry.Kind.CHARGED,
                        ReceivableNumber.of("F00000001"),
                        Yen.of(1),
                        null,
                        Yen.of(n + 1L),
                        Yen.ZERO))
                .toList();
        CustomerAccount account = mock();
        given(account.after(any(), any(), anyInt())).willAnswer(asked -> {
            var place = asked.<@Nullable AccountPlace>getArgument(1);
            return all.stream()
                    .filter(entry -> place == null || entry.place().id() > place.id())
                    .limit(asked.<Integer>getArgument(2))
                    .toList();
        });
        given(account.before(any(), any(), anyInt())).willAnswer(asked -> {
            var place = asked.<@Nullable AccountPlace>getArgument(1);
            var found = all.stream()
                    .filter(entry -> place == null || entry.place().id() < place.id())
                    .toList();
            return found.subList(Math.max(0, found.size() - asked.<Integer>getArgument(2)), found.size());
        });
        return account;
    }
}
