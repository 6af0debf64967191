package jp.otodoke.payments;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.payments.DepositMatches.Match;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 手数料差引: writes off what a bank has kept of a transfer, as a person confirms it, and takes that back with the match. */
@Component
class BookTransferFee {
    private final Payments payments;
    private final Receivables receivables;
    private final AllocatePayments allocatePayments;
    private final DepositMatches matches;
    private final FindRemitterReceivable rules;
    private final JdbcClient jdbc;

    BookTransferFee(
            Payments payments,
            Receivables receivables,
            AllocatePayments allocatePayments,
            DepositMatches matches,
            FindRemitterReceivable rules,
            JdbcClient jdbc) {
        this.payments = payments;
        this.receivables = receivables;
        this.allocatePayments = allocatePayments;
        this.matches = matches;
        this.rules = rules;
        this.jdbc = jdbc;
    }

    /**
     * Before the match that it belongs to.
     *
     * @param paid by the deposit
     * @throws InvalidInput unless it is as much as banks keep and all that is missing
     */
    void book(long deposit, ReceivableNumber number, Yen paid, Yen fee, String by) {
        var allocation = new PaymentAllocation(
                "transfer-fee:match:" + deposit + ":" + matches.changes(deposit),
                number,
                Reason.WRITTEN_OFF,
                Account.FEES,
                fee,
                null,
                null,
                null,
                by);
        if (number.ofOrder()) {
            payments.findById(number.asOrder()).ifPresent(payment -> {
                check(payment.open().minus(paid), fee);
                allocatePayments.allocate(payment, allocation);
            });
        } else {
            receivables.findById(number).ifPresent(receivable -> {
                check(receivable.open().minus(paid), fee);
                allocatePayments.allocate(receivable, allocation);
            });
        }
    }

    private void check(Yen missing, Yen fee) {
        if (!fee.equals(missing) || !rules.isFee(fee)) {
            throw new InvalidInput("fee", "invalid", BilingualText.of("deposit.problem.fee", fee));
        }
    }

    /** What was written off with this match; empty if nothing was. */
    Optional<Fee> of(Match match) {
        return Optional.ofNullable(of(List.of(match)).get(match));
    }

    /** The same of many. */
    Map<Match, Fee> of(Collection<Match> all) {
        var byId = all.stream().collect(Collectors.toMap(Match::id, Function.identity()));
        var fees = new HashMap<Match, Fee>();
        jdbc.sql(
                        "select m.id as match_id, f.id, " + TakeBackWriteOffs.REST
                                + """
                         as amount
                          from payment_allocation m
                          join payment_allocation f on f.name = 'transfer-fee:' || m.name
                         where m.id = any(:ids) and not exists (select 1 from payment_allocation u where u.undoes = f.id)
                        """)
                .param("ids", byId.keySet().toArray(Long[]::new))
                .query(row -> {
                    fees.put(
                            Objects.requireNonNull(byId.get(row.getLong("match_id"))),
                            new Fee(row.getLong("id"), Yen.of(row.getLong("amount"))));
                });
        return fees;
    }

    /** @param id of the allocation */
    record Fee(long id, Yen amount) {
        PaymentAllocation takenBack(ReceivableNumber number, Reason reason, String by) {
            return new PaymentAllocation(
                    "unmatch-fee:" + id, number, reason, Account.FEES, amount.negated(), null, null, id, by);
        }
    }
}
