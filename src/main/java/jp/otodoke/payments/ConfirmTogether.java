package jp.otodoke.payments;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.BookMatches.Match;
import jp.otodoke.payments.DepositProposals.Proposal;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Confirms proposals of a set of deposits by a few statements: those by which one deposit pays all of one claim and nothing else. */
@Component
class ConfirmTogether {
    private final DepositRows rows;
    private final DepositProposals proposals;
    private final BookMatches bookMatches;
    private final RemitterAliases aliases;
    private final AskAboutDeposit ask;
    private final JdbcClient jdbc;

    ConfirmTogether(
            DepositRows rows,
            DepositProposals proposals,
            BookMatches bookMatches,
            RemitterAliases aliases,
            AskAboutDeposit ask,
            JdbcClient jdbc) {
        this.rows = rows;
        this.proposals = proposals;
        this.bookMatches = bookMatches;
        this.aliases = aliases;
        this.ask = ask;
        this.jdbc = jdbc;
    }

    /**
     * In the caller's transaction.
     *
     * @return those that it has confirmed
     */
    Collection<Long> confirm(Collection<Long> deposits, long batch, String by) {
        var open = rows.open(deposits);
        var proposed = proposals.of(open.stream().map(RemittedDeposit::id).toList());
        var owed = owed(proposed.values().stream()
                .flatMap(List::stream)
                .map(proposal -> proposal.receivable().value())
                .distinct()
                .toList());
        var paid = new HashSet<ReceivableNumber>();
        var simple = open.stream()
                .filter(deposit -> paysOneClaim(deposit, proposed.getOrDefault(deposit.id(), List.of()), owed))
                .filter(deposit -> paid.add(proposed.get(deposit.id()).get(0).receivable()))
                .toList();
        if (!simple.isEmpty()) {
            book(simple, proposed, batch, by);
        }
        return simple.stream().map(RemittedDeposit::id).toList();
    }

    private static boolean paysOneClaim(RemittedDeposit deposit, List<Proposal> proposed, Map<String, Yen> owed) {
        return proposed.size() == 1
                && proposed.get(0).amount().equals(deposit.amount())
                && deposit.amount().equals(owed.get(proposed.get(0).receivable().value()));
    }

    private void book(
            List<RemittedDeposit> deposits, Map<Long, List<Proposal>> proposed, long batch, String by) {
        var matches = deposits.stream()
                .map(deposit ->
                        new Match(deposit, proposed.get(deposit.id()).get(0).receivable(), deposit.amount()))
                .toList();
        var ids = deposits.stream().map(RemittedDeposit::id).toList();
        rows.matchedByHand(ids);
        proposals.remove(ids);
        bookMatches.allocate(matches, batch, by);
        aliases.learn(matches, by);
        ask.done(ids);
    }

    /** What is open of those that a transfer may pay, locked. */
    private Map<String, Yen> owed(Collection<String> numbers) {
        var owed = new HashMap<String, Yen>();
        jdbc.sql(
                        """
                        select number, charged - paid as open from receivable
                         where number = any(:numbers) and charged > paid and method = any(:methods)
                         order by number for no key update
                        """)
                .param("numbers", numbers.toArray(String[]::new))
                .param(
                        "methods",
                        MatchDeposits.BY_TRANSFER.stream().map(PaymentMethod::name).toArray(String[]::new))
                .query(row -> {
                    owed.put(row.getString("number"), Yen.of(row.getLong("open")));
                });
        return owed;
    }
}
