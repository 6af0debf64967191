package jp.otodoke.membership;

import java.time.LocalDate;
import jp.otodoke.payments.CancelReceivable;
import jp.otodoke.payments.ChargeReceivable;
import jp.otodoke.payments.NewReceivable;
import jp.otodoke.payments.ReceivableKind;
import jp.otodoke.shared.ReceivableNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Charges the dues of a member's next period, each period once, and takes back what nobody has paid. */
@Component
class ChargeDues {
    private final Memberships memberships;
    private final ChargeReceivable chargeReceivable;
    private final CancelReceivable cancelReceivable;
    private final JdbcClient jdbc;

    ChargeDues(
            Memberships memberships,
            ChargeReceivable chargeReceivable,
            CancelReceivable cancelReceivable,
            JdbcClient jdbc) {
        this.memberships = memberships;
        this.chargeReceivable = chargeReceivable;
        this.cancelReceivable = cancelReceivable;
        this.jdbc = jdbc;
    }

    /**
     * The membership is locked or new and stored.
     *
     * @param earliest day on which the dues may be asked for
     * @return with one period more; not stored yet
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Membership next(Membership one, MembershipPlan plan, LocalDate earliest) {
        var first = plan.period().firstDay(one.countedFrom(), one.periods());
        var last = plan.period().lastDay(one.countedFrom(), one.periods() + 1);
        if (plan.dues().isPositive()) {
            var from = first.isBefore(earliest) ? earliest : first;
            var number = chargeReceivable.charge(new NewReceivable(
                    one.customer(), ReceivableKind.DUE, plan.dues(), plan.taxRate(), plan.dueOn(from)));
            memberships.addDue(one.number(), first, last, number);
        }
        return one.with(one.countedFrom(), one.periods() + 1, last);
    }

    /** Nobody is asked any more for what is open. What a bank has to debit already comes as an overpayment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBackOpen(Membership one) {
        jdbc.sql(
                        """
                        select d.receivable from membership_due d join payments_receivable_view r on r.number = d.receivable
                         where d.membership = :number and r.charged > r.paid order by d.first_day
                        """)
                .param("number", one.number())
                .query(String.class)
                .list()
                .forEach(receivable -> cancelReceivable.cancel(ReceivableNumber.of(receivable)));
        memberships.dropUnpaid(one.number());
    }
}
