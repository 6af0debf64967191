package jp.otodoke.membership;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.membership.MembershipChange.What;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a member's next period when the one before is over, and ends a membership whose dues are not paid for too long. */
@Component
public class RenewMemberships {
    private static final String UNPAID =
            """
            exists (select 1 from membership_due d
                      join payments_receivable_view r on r.number = d.receivable
                      join membership_plan p on p.code = m.plan
                     where d.membership = m.number and r.charged > r.paid and r.due_by + p.grace_days < :today)
            """;

    private final Memberships memberships;
    private final MembershipPlans plans;
    private final ChargeDues chargeDues;
    private final JdbcClient jdbc;

    RenewMemberships(Memberships memberships, MembershipPlans plans, ChargeDues chargeDues, JdbcClient jdbc) {
        this.memberships = memberships;
        this.plans = plans;
        this.chargeDues = chargeDues;
        this.jdbc = jdbc;
    }

    /** Numbers of those whose dues are not paid although the time for that is over. */
    List<String> toLapse(LocalDate today) {
        return jdbc.sql("select m.number from membership m where m.state = 'ACTIVE' and " + UNPAID
                        + " order by m.number")
                .param("today", today)
                .query(String.class)
                .list();
    }

    /** Numbers of those whose last period is over. */
    List<String> toRenew(LocalDate today) {
        return jdbc.sql("select number from membership where state = 'ACTIVE' and valid_until < :today order by number")
                .param("today", today)
                .query(String.class)
                .list();
    }

    /**
     * What is owed stays owed.
     *
     * @return false if it was done, or paid, meanwhile
     */
    @Transactional
    public boolean lapse(String number, LocalDate today) {
        var one = memberships.locked(number);
        boolean unpaid = one.active() && unpaid(number, today);
        if (unpaid) {
            var lapsed = one.with(MembershipState.LAPSED, today, one.dormantDays());
            memberships.save(lapsed);
            memberships.note(lapsed, What.LAPSED, today, null);
        }
        return unpaid;
    }

    /**
     * Charges each period up to that of today, once.
     *
     * @return false if it was done meanwhile
     */
    @Transactional
    public boolean renew(String number, LocalDate today) {
        var one = memberships.locked(number);
        var renewed = one;
        while (renewed.active() && over(renewed, today)) {
            renewed = chargeDues.next(renewed, plans.get(one.plan()).plan(), today);
        }
        boolean more = renewed.periods() > one.periods();
        if (more) {
            memberships.save(renewed);
            memberships.note(renewed, What.RENEWED, today, null);
        }
        return more;
    }

    private static boolean over(Membership one, LocalDate today) {
        return one.validUntil() != null && one.validUntil().isBefore(today);
    }

    private boolean unpaid(String number, LocalDate today) {
        return jdbc.sql("select " + UNPAID + " from membership m where m.number = :number")
                .param("today", today)
                .param("number", number)
                .query(Boolean.class)
                .single();
    }
}
