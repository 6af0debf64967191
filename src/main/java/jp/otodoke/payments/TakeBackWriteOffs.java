package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was written off never came in, so nobody gets it back: where an order has more than it costs, that is taken back first, a debt
 * that was given up before what a bank has kept.
 */
@Component
class TakeBackWriteOffs {
    /** What is left of a write-off f. */
    static final String REST =
            "f.amount + coalesce((select sum(p.amount) from payment_allocation p where p.receivable = f.receivable"
                    + " and p.name like 'written-off-less:' || f.id || ':%'), 0)";

    private final RecordAllocations recordAllocations;
    private final Timeline timeline;
    private final JdbcClient jdbc;

    TakeBackWriteOffs(RecordAllocations recordAllocations, Timeline timeline, JdbcClient jdbc) {
        this.recordAllocations = recordAllocations;
        this.timeline = timeline;
        this.jdbc = jdbc;
    }

    void upTo(Yen excess, Payment payment) {
        var number = ReceivableNumber.of(payment.orderNumber());
        var left = excess;
        var givenUp = Yen.ZERO;
        for (var one : open(number)) {
            var part = one.rest().min(left);
            if (part.isPositive()) {
                var taken = one.less(number, part);
                recordAllocations.record(List.of(taken));
                payment.allocate(taken);
                left = left.minus(part);
                givenUp = one.account() == Account.WRITE_OFF ? givenUp.plus(part) : givenUp;
            }
        }
        if (givenUp.isPositive()) {
            timeline.add(
                    payment.orderNumber(),
                    "WRITE_OFF_TAKEN_BACK",
                    BilingualText.of("timeline.write-off-taken-back", givenUp),
                    CurrentStaff.SYSTEM);
        }
    }

    private List<WriteOffRow> open(ReceivableNumber number) {
        return jdbc.sql(
                        "select f.id, f.account, " + REST
                                + """
                         as rest
                          from payment_allocation f
                         where f.receivable = :number and f.reason = 'WRITTEN_OFF' and f.amount > 0
                           and not exists (select 1 from payment_allocation u where u.undoes = f.id)
                         order by f.account = 'WRITE_OFF' desc, f.id desc
                        """)
                .param("number", number.value())
                .query((row, n) -> new WriteOffRow(
                        row.getLong("id"), Account.valueOf(row.getString("account")), Yen.of(row.getLong("rest"))))
                .list();
    }

    private record WriteOffRow(long id, Account account, Yen rest) {
        /** Only what takes back all that is left undoes it. */
        PaymentAllocation less(ReceivableNumber number, Yen part) {
            return new PaymentAllocation(
                    "written-off-less:" + id + ":" + rest.amount(),
                    number,
                    account == Account.FEES ? Reason.UNMATCHED : Reason.WRITTEN_OFF,
                    account,
                    part.negated(),
                    null,
                    null,
                    part.equals(rest) ? id : null,
                    CurrentStaff.SYSTEM);
        }
    }
}
