package jp.otodoke.payments;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import jp.otodoke.payments.DepositMatches.Match;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Undoes matches (消込の取消): the orders owe the money again, and the deposits wait for a person. */
@Component
public class UnmatchDeposits {
    private static final int SLICE = 1_000;

    private final JdbcClient jdbc;
    private final DepositMatches matches;
    private final TakeBackMatches takeBackMatches;
    private final UnmatchTogether unmatchTogether;
    private final RetryOnConflict retryOnConflict;
    private final RemitterAliases aliases;
    private final AskAboutDeposit ask;

    UnmatchDeposits(
            JdbcClient jdbc,
            DepositMatches matches,
            TakeBackMatches takeBackMatches,
            UnmatchTogether unmatchTogether,
            RetryOnConflict retryOnConflict,
            RemitterAliases aliases,
            AskAboutDeposit ask) {
        this.jdbc = jdbc;
        this.matches = matches;
        this.takeBackMatches = takeBackMatches;
        this.unmatchTogether = unmatchTogether;
        this.retryOnConflict = retryOnConflict;
        this.aliases = aliases;
        this.ask = ask;
    }

    /**
     * Everything the deposit pays. It is not matched by itself any more, as somebody has said that it was wrong. Has no
     * effect on a deposit that pays nothing.
     *
     * @param by user name
     * @return what is owed again
     * @throws Refusal if the deposit is unknown
     */
    @Transactional
    public List<ReceivableNumber> unmatch(long deposit, String by) {
        jdbc.sql("select id from deposit where id = :id for update")
                .param("id", deposit)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("deposit.not-found", deposit));
        var orders = unmatch(deposit, matches.of(deposit), by);
        aliases.forget(List.of(deposit));
        jdbc.sql("update deposit set doubtful = true where id = :id and state = 'UNMATCHED'")
                .param("id", deposit)
                .update();
        return orders;
    }

    /**
     * All that was matched together and is not undone yet, a set in each transaction; it can be matched by itself again.
     *
     * @param by user name
     * @return number of deposits
     * @throws Refusal if there is no such batch
     */
    public int unmatchBatch(long batch, String by) {
        jdbc.sql("select id from deposit_batch where id = :id")
                .param("id", batch)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("deposit.batch.not-found", batch));
        int undone = 0;
        long last = 0;
        do {
            long after = last;
            var slice = retryOnConflict.inTransaction(() -> unmatchAfter(batch, after, by));
            undone += slice.size();
            last = slice.isEmpty() ? Long.MAX_VALUE : slice.last();
        } while (last < Long.MAX_VALUE);
        return undone;
    }

    /** @return the deposits */
    private SortedSet<Long> unmatchAfter(long batch, long after, String by) {
        jdbc.sql("select id from deposit_batch where id = :id for update")
                .param("id", batch)
                .query(Long.class)
                .single();
        var together = matches.ofBatch(batch, after, SLICE).stream()
                .collect(groupingBy(Match::deposit, TreeMap::new, toList()));
        var simple = together.values().stream()
                .filter(ofIt -> ofIt.size() == 1 && !ofIt.get(0).receivable().ofOrder())
                .map(ofIt -> ofIt.get(0))
                .toList();
        unmatchTogether.unmatch(simple, by);
        var done = simple.stream().map(Match::deposit).collect(toSet());
        together.forEach((deposit, ofIt) -> {
            if (!done.contains(deposit)) {
                unmatch(deposit, ofIt, by);
            }
        });
        return together.navigableKeySet();
    }

    private List<ReceivableNumber> unmatch(long deposit, List<Match> undone, String by) {
        if (undone.isEmpty()) {
            return List.of();
        }
        var orders = takeBackMatches.takeBack(undone, Reason.UNMATCHED, by);
        var reopened = jdbc.sql(
                        "update deposit set state = 'UNMATCHED', rule = null, remaining = remaining + :amount where id = :id returning "
                                + Deposits.COLUMNS)
                .param("amount", Yen.sum(undone, Match::amount).amount())
                .param("id", deposit)
                .query(Deposits::deposit)
                .single();
        ask.done(deposit);
        ask.unmatchedAgain(reopened, orders);
        return orders;
    }
}
