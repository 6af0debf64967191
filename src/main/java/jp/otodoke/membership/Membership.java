package jp.otodoke.membership;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import jp.otodoke.shared.CustomerNumber;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a member.
 *
 * @param number kept by who comes back
 * @param countedFrom first day of the first of its periods in a row
 * @param periods how many of them dues were charged for
 * @param validUntil last day of the last of them; null for life
 * @param since when it has this state
 * @param dormantDays not spent as a member since joining, of absences that have ended
 */
public record Membership(
        String number,
        CustomerNumber customer,
        String plan,
        LocalDate joinedOn,
        LocalDate countedFrom,
        int periods,
        @Nullable LocalDate validUntil,
        MembershipState state,
        LocalDate since,
        int dormantDays) {
    public boolean active() {
        return state == MembershipState.ACTIVE;
    }

    Membership with(MembershipState changed, LocalDate from, int absent) {
        return new Membership(
                number, customer, plan, joinedOn, countedFrom, periods, validUntil, changed, from, absent);
    }

    Membership with(LocalDate first, int inARow, @Nullable LocalDate until) {
        return new Membership(number, customer, plan, joinedOn, first, inARow, until, state, since, dormantDays);
    }

    /** Days as a member (在籍), absences left out. */
    public long tenureDays(LocalDate today) {
        var until = active() ? today : since;
        return Math.max(0, ChronoUnit.DAYS.between(joinedOn, until) - dormantDays);
    }
}
