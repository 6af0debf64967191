package jp.otodoke.payments;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.TreeMap;
import jp.otodoke.payments.DepositMatches.Match;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Undoes matches (消込の取消): the orders owe the money again, and the deposits wait for a person. */
@Component
public class UnmatchDeposits {
    private final JdbcClient jdbc;
    private final DepositMatches matches;
    private final TakeBackMatches takeBackMatches;
    private final RemitterAliases aliases;
    private final AskAboutDeposit ask;

    UnmatchDeposits(
            JdbcClient jdbc,
            DepositMatches matches,
            TakeBackMatches takeBackMatches,
            RemitterAliases aliases,
            AskAboutDeposit ask) {
        this.jdbc = jdbc;
        this.matches = matches;
        this.takeBackMatches = takeBackMatches;
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
     * All that was matched together and is not undone yet; it can be matched by itself again.
     *
     * @param by user name
     * @return number of deposits
     * @throws Refusal if there is no such batch
     */
    @Transactional
    public int unmatchBatch(long batch, String by) {
        jdbc.sql("select id from deposit_batch where id = :id for update")
                .param("id", batch)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("deposit.batch.not-found", batch));
        var together = matches.ofBatch(batch).stream().collect(groupingBy(Match::deposit, TreeMap::new, toList()));
        together.forEach((deposit, ofIt) -> unmatch(deposit, ofIt, by));
        return together.size();
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
