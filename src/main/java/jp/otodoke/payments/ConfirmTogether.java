package jp.otodoke.payments;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        var matches = open.stream()
                .flatMap(deposit -> simple(deposit, proposed.getOrDefault(deposit.id(), List.of()), owed).stream())
                .filter(match -> paid.add(match.receivable()))
                .toList();
        if (!matches.isEmpty()) {
            book(matches, batch, by);
        }
        return matches.stream().map(match -> match.deposit().id()).toList();
    }

    /** The match by which the deposit pays all of one claim and nothing else; empty if it does not. */
    private static Optional<Match> simple(RemittedDeposit deposit, List<Proposal> proposed, Map<String, Yen> owed) {
        return proposed.stream()
                .filter(proposal -> proposed.size() == 1
                        && proposal.amount().equals(deposit.amount())
                        && deposit.amount()
                                .equals(owed.get(proposal.receivable().value())))
                .map(proposal -> new Match(deposit, proposal.receivable(), deposit.amount()))
                .findFirst();
    }

    private void book(List<Match> matches, long batch, String by) {
        var ids = matches.stream().map(match -> match.deposit().id()).toList();
        rows.matchedByHand(ids);
        proposals.remove(ids);
        bookMatches.allocate(matches, batch, by);
        aliases.learn(matches, by);
        ask.done(ids);
    }

    /** What is open of those that a transfer may pay, locked; not of what the provider of 後払い bills. */
    private Map<String, Yen> owed(Collection<String> numbers) {
        var owed = new HashMap<String, Yen>();
        jdbc.sql(
                        """
                        select r.number, r.charged - r.paid as open from receivable r
                         where r.number = any(:numbers) and r.charged > r.paid and r.method = any(:methods)
                           and not (r.method = 'DEFERRED'
                                    and exists (select 1 from deferred_transaction t where t.own_id = r.transaction_no))
                         order by r.number for no key update of r
                        """)
                .param("numbers", numbers.toArray(String[]::new))
                .param(
                        "methods",
                        MatchDeposits.BY_TRANSFER.stream()
                                .map(PaymentMethod::name)
                                .toArray(String[]::new))
                .query(row -> {
                    owed.put(row.getString("number"), Yen.of(row.getLong("open")));
                });
        return owed;
    }
}
