package jp.otodoke.payments;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.payments.DepositMatches.Match;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Undoes matches of deposits that each pay one claim without an order, by a few statements. */
@Component
class UnmatchTogether {
    private final AllocatePayments allocatePayments;
    private final BookTransferFee transferFee;
    private final AskAboutDeposit ask;
    private final JdbcClient jdbc;

    UnmatchTogether(
            AllocatePayments allocatePayments, BookTransferFee transferFee, AskAboutDeposit ask, JdbcClient jdbc) {
        this.allocatePayments = allocatePayments;
        this.transferFee = transferFee;
        this.ask = ask;
        this.jdbc = jdbc;
    }

    void unmatch(List<Match> matches, String by) {
        if (matches.isEmpty()) {
            return;
        }
        allocatePayments.takeBack(taken(matches, by));
        var reopened = jdbc.sql(
                        """
                        update deposit d set state = 'UNMATCHED', rule = null, remaining = d.remaining + m.amount
                          from unnest(:ids::bigint[], :amounts::bigint[]) m(id, amount)
                         where d.id = m.id
                        returning d.id, d.source, d.posting_date, d.amount, d.remaining, d.remitter_kana, d.state, d.received_at, d.rule
                        """)
                .param("ids", matches.stream().map(Match::deposit).toArray(Long[]::new))
                .param("amounts", matches.stream().map(m -> m.amount().amount()).toArray(Long[]::new))
                .query(Deposits::deposit)
                .list();
        ask.done(matches.stream().map(Match::deposit).toList());
        ask.unmatchedAgain(reopened, matches);
    }

    /** With the fees that were written off with them. */
    private List<PaymentAllocation> taken(List<Match> matches, String by) {
        var all = new ArrayList<PaymentAllocation>();
        for (var match : matches) {
            all.add(new PaymentAllocation(
                    "unmatch:" + match.id(),
                    match.receivable(),
                    Reason.UNMATCHED,
                    Account.SUSPENSE,
                    match.amount().negated(),
                    match.deposit(),
                    null,
                    match.id(),
                    by));
        }
        transferFee
                .of(matches)
                .forEach((match, fee) -> all.add(fee.takenBack(match.receivable(), Reason.UNMATCHED, by)));
        return all;
    }
}
