package jp.otodoke.payments;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.payments.MatchDeposits.Allocation;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Spreads what is paid for a statement over what is open on it and on those before it, the oldest first: a statement carries
 * forward what was not paid.
 */
@Component
public class AllocateToStatement {
    private final JdbcClient jdbc;

    AllocateToStatement(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The same allocations, with statements replaced by what stands on them.
     *
     * @throws InvalidInput if there is no such statement, it is cancelled, or asks for less
     */
    @Transactional
    public List<Allocation> spread(List<Allocation> asked) {
        var spread = new ArrayList<Allocation>();
        for (var one : asked) {
            if (StatementNumber.isOne(one.receivable().value()) && one.amount().isPositive()) {
                spread.addAll(spread(StatementNumber.of(one.receivable().value()), one.amount(), one.fee()));
            } else {
                spread.add(one);
            }
        }
        return spread;
    }

    private List<Allocation> spread(StatementNumber number, Yen amount, Yen fee) {
        var open = open(number);
        var sum = Yen.sum(open, Allocation::amount);
        if (amount.plus(fee).isMoreThan(sum)) {
            throw new InvalidInput(
                    "receivable",
                    sum.isZero() ? "unknown" : "too-much",
                    BilingualText.of("statement.problem.too-much", number, sum.amount()));
        }
        var left = amount.plus(fee);
        var parts = new ArrayList<Allocation>();
        for (var one : open) {
            var part = one.amount().min(left);
            if (part.isPositive()) {
                parts.add(new Allocation(one.receivable(), part));
                left = left.minus(part);
            }
        }
        return fee.isPositive() ? withFee(parts, fee) : parts;
    }

    /** The bank has kept it of the last part that is larger: of each part something has to come in. */
    private static List<Allocation> withFee(List<Allocation> parts, Yen fee) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            var part = parts.get(i);
            if (part.amount().isMoreThan(fee)) {
                parts.set(i, new Allocation(part.receivable(), part.amount().minus(fee), fee));
                return parts;
            }
        }
        throw new InvalidInput("fee", "invalid", BilingualText.of("deposit.problem.fee", fee));
    }

    /** What is to be paid for each order until this statement, locked; empty if it is unknown, cancelled or paid. */
    List<Allocation> open(StatementNumber number) {
        return jdbc.sql(
                        """
                        select r.number, """
                                + " " + FindStatements.OPEN
                                + """
                         as open
                          from statement s
                          join lateral (select l.receivable, min(p.closing_date) as first
                                          from statement p join statement_line l on l.statement = p.number
                                         where p.customer_number = s.customer_number and p.state = 'ISSUED'
                                           and p.closing_date <= s.closing_date
                                         group by l.receivable) i on true
                          join receivable r on r.number = i.receivable and r.charged > r.paid and r.invoiced > r.paid
                         where s.number = :number and s.state = 'ISSUED'
                         order by i.first, r.number for update of r
                        """)
                .param("number", number.value())
                .query((row, n) ->
                        new Allocation(ReceivableNumber.of(row.getString("number")), Yen.of(row.getLong("open"))))
                .list();
    }
}
