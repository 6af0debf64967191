package jp.otodoke.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.membership.MembershipChange.What;
import jp.otodoke.platform.data.NumberSequences;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a customer a member (入会), also one who has never bought anything. */
@Component
public class JoinMembership {
    private static final int FURTHEST_BACK_YEARS = 60;

    private final Memberships memberships;
    private final MembershipPlans plans;
    private final ChargeDues chargeDues;
    private final FindCustomer customers;
    private final NumberSequences numbers;
    private final AuditTrail audit;
    private final BusinessClock clock;

    JoinMembership(
            Memberships memberships,
            MembershipPlans plans,
            ChargeDues chargeDues,
            FindCustomer customers,
            NumberSequences numbers,
            AuditTrail audit,
            BusinessClock clock) {
        this.memberships = memberships;
        this.plans = plans;
        this.chargeDues = chargeDues;
        this.customers = customers;
        this.numbers = numbers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who joined in the past is a member since then; dues are charged for the period of today, not for those before it.
     *
     * @param joinedOn up to a year ahead
     * @return the member's number
     * @throws InvalidInput naming an unknown customer or plan, one that is closed, or a day out of bounds
     * @throws Refusal if the customer is or was a member by that plan: who comes back resumes (conflict)
     */
    @Transactional
    public String join(CustomerNumber customer, String planCode, LocalDate joinedOn) {
        var plan = checked(customer, planCode, joinedOn);
        var one = new Membership(
                numbers.next("membership_number", "M", 7),
                customer,
                plan.code(),
                joinedOn,
                joinedOn,
                over(plan.period(), joinedOn),
                null,
                MembershipState.ACTIVE,
                joinedOn,
                0);
        if (!memberships.add(one)) {
            throw Refusal.conflict("membership.exists", customer, plan.name());
        }
        memberships.save(chargeDues.next(one, plan, clock.today()));
        memberships.note(one, What.JOINED, joinedOn, null);
        audit.record("membership-joined", one.number(), customer + " " + plan.code());
        return one.number();
    }

    /** How many periods have passed already. */
    private int over(DuesPeriod period, LocalDate joinedOn) {
        int over = 0;
        for (var last = period.lastDay(joinedOn, 1);
                last != null && last.isBefore(clock.today());
                last = period.lastDay(joinedOn, over + 1)) {
            over++;
        }
        return over;
    }

    private MembershipPlan checked(CustomerNumber customer, String code, LocalDate joinedOn) {
        var problems = new ArrayList<FieldProblem>();
        if (customers.find(customer).isEmpty()) {
            problems.add(problem("customer", "unknown"));
        }
        var plan = plans.locked(code).orElse(null);
        if (plan == null) {
            problems.add(problem("plan", "unknown"));
        } else if (!plan.active()) {
            problems.add(problem("plan", "closed"));
        }
        var today = clock.today();
        if (joinedOn.isAfter(today.plusYears(1)) || joinedOn.isBefore(today.minusYears(FURTHEST_BACK_YEARS))) {
            problems.add(problem("joinedOn", "invalid"));
        }
        if (plan == null || !problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return plan;
    }

    private static FieldProblem problem(String field, String code) {
        return new FieldProblem(field, code, BilingualText.of("membership.problem." + field + "." + code));
    }
}
