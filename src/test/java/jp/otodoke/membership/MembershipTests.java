package jp.otodoke.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jp.otodoke.ModuleTest;
import jp.otodoke.membership.MembershipChange.What;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.payments.OpenItems;
import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is a member, since when, and what is charged for it. */
@ModuleTest
class MembershipTests {
    private static final Yen DUES = Yen.of(3_300);

    @Autowired
    Memberships memberships;

    @Autowired
    SavePlan savePlan;

    @Autowired
    JoinMembership join;

    @Autowired
    SuspendMembership suspend;

    @Autowired
    ResumeMembership resume;

    @Autowired
    RenewMemberships renew;

    @Autowired
    OpenItems items;

    @Autowired
    Given given;

    @Autowired
    BusinessClock clock;

    @Autowired
    List<Invariant> invariants;

    private final String monthly = code();
    private final String yearly = code();
    private final String forLife = code();
    private CustomerNumber customer = CustomerNumber.of("-");
    private LocalDate today = LocalDate.MIN;

    @BeforeEach
    void plans() {
        savePlan.add(new MembershipPlan(monthly, "月会員", DUES, 10, DuesPeriod.MONTH, 27, 30, true));
        savePlan.add(new MembershipPlan(yearly, "年会員", DUES, 10, DuesPeriod.YEAR, 31, 30, true));
        savePlan.add(new MembershipPlan(forLife, "終身会員", Yen.ZERO, 10, DuesPeriod.ONCE, 1, 0, true));
        customer = given.customer(CustomerMother.somebody());
        today = clock.today();
    }

    @AfterEach
    void booksBalance() {
        assertThat(invariants)
                .allSatisfy(invariant ->
                        assertThat(invariant.violations()).as(invariant.name()).isZero());
    }

    @Test
    void whoJoinsIsAMemberWithoutAnyPurchaseAndOwesTheFirstDues() {
        var number = join.join(customer, yearly, today);

        var one = memberships.get(number);
        assertThat(one.state()).isEqualTo(MembershipState.ACTIVE);
        assertThat(one.validUntil()).isEqualTo(DuesPeriod.YEAR.lastDay(today, 1));
        assertThat(memberships.dues(number)).hasSize(1).allSatisfy(due -> {
            assertThat(due.amount()).isEqualTo(DUES);
            assertThat(due.dueOn()).isEqualTo(today.withDayOfMonth(today.lengthOfMonth()));
            assertThat(items.find(due.receivable()).orElseThrow().customer()).isEqualTo(customer.value());
        });
        assertThat(whats(number)).containsExactly(What.JOINED);
    }

    @Test
    void whoJoinedLongAgoOwesThePeriodOfTodayAlone() {
        var number = join.join(customer, monthly, today.minusMonths(14));

        assertThat(memberships.dues(number)).hasSize(1);
        assertThat(memberships.get(number).validUntil()).isAfterOrEqualTo(today);
        assertThat(memberships.get(number).tenureDays(today)).isGreaterThan(400);
    }

    @Test
    void forLifeAndForNothingThereAreNoDues() {
        var number = join.join(customer, forLife, today);

        assertThat(memberships.get(number).validUntil()).isNull();
        assertThat(memberships.dues(number)).isEmpty();
        assertThat(renew.renew(number, today.plusYears(9))).isFalse();
    }

    @Test
    void nobodyIsTwiceAMemberByOnePlan() {
        join.join(customer, yearly, today);

        assertThatThrownBy(() -> join.join(customer, yearly, today))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    @Test
    void everyMistakeIsNamed() {
        assertThatThrownBy(() -> join.join(CustomerNumber.of("NOBODY"), "NOTHING", today.plusYears(2)))
                .isInstanceOfSatisfying(InvalidInput.class, mistakes -> assertThat(mistakes.problems())
                        .extracting(problem -> problem.field() + " " + problem.code())
                        .containsExactly("customer unknown", "plan unknown", "joinedOn invalid"));
        savePlan.change(new MembershipPlan(yearly, "年会員", DUES, 10, DuesPeriod.YEAR, 31, 30, false));
        assertThatThrownBy(() -> join.join(customer, yearly, today)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void eachPeriodIsChargedOnceHoweverOftenItIsRenewed() {
        var number = join.join(customer, monthly, today);
        var end = Objects.requireNonNull(memberships.get(number).validUntil());
        var later = end.plusDays(1);

        assertThat(renew.toRenew(end)).doesNotContain(number);
        assertThat(renew.toRenew(later)).contains(number);
        assertThat(renew.renew(number, later)).isTrue();
        assertThat(renew.renew(number, later)).isFalse();

        assertThat(memberships.dues(number)).hasSize(2);
        assertThat(memberships.get(number).validUntil()).isEqualTo(DuesPeriod.MONTH.lastDay(today, 2));
        assertThat(whats(number)).containsExactly(What.JOINED, What.RENEWED);
    }

    @Test
    void twoNodesChargeAPeriodOnce() throws Exception {
        var number = join.join(customer, monthly, today);
        var later = Objects.requireNonNull(memberships.get(number).validUntil()).plusDays(1);
        Callable<Boolean> node = () -> renew.renew(number, later);

        var threads = Executors.newFixedThreadPool(2);
        try {
            threads.invokeAll(List.of(node, node))
                    .forEach(done -> assertThat(done).succeedsWithin(Duration.ofSeconds(30)));
        } finally {
            threads.shutdown();
        }

        assertThat(memberships.dues(number)).hasSize(2);
    }

    @Test
    void whoDoesNotPayLapsesWhenTheGraceIsOverAndStillOwes() {
        var number = join.join(customer, monthly, today);
        var due = memberships.dues(number).get(0);
        var grace = Objects.requireNonNull(due.dueOn()).plusDays(30);

        assertThat(renew.lapse(number, grace)).isFalse();
        assertThat(renew.toLapse(grace.plusDays(1))).contains(number);
        assertThat(renew.lapse(number, grace.plusDays(1))).isTrue();

        assertThat(memberships.get(number).state()).isEqualTo(MembershipState.LAPSED);
        assertThat(memberships.dues(number).get(0).open()).isEqualTo(DUES);
        assertThat(renew.renew(number, grace.plusYears(1))).isFalse();
        suspend.withdraw(number, null);
    }

    @Test
    void whoPaysDoesNotLapse() {
        var number = join.join(customer, monthly, today);

        pay(number);

        assertThat(renew.lapse(number, today.plusYears(1))).isFalse();
        assertThat(memberships.dues(number).get(0).open()).isEqualTo(Yen.ZERO);
    }

    @Test
    void whoIsDormantOwesNothingMoreAtOnceAndComesBackWithTheSameNumber() {
        var number = join.join(customer, monthly, today);

        suspend.suspend(number, "入院");

        assertThat(memberships.get(number).state()).isEqualTo(MembershipState.DORMANT);
        assertThat(memberships.dues(number).get(0).open()).isEqualTo(Yen.ZERO);
        assertThat(renew.renew(number, today.plusYears(1))).isFalse();
        assertThatThrownBy(() -> suspend.suspend(number, null)).isInstanceOf(Refusal.class);

        resume.resume(number);

        var back = memberships.get(number);
        assertThat(back.state()).isEqualTo(MembershipState.ACTIVE);
        assertThat(back.joinedOn()).isEqualTo(today);
        assertThat(memberships.dues(number)).hasSize(2);
        assertThat(memberships.dues(number).stream().map(Due::open)).containsExactlyInAnyOrder(DUES, Yen.ZERO);
        assertThat(whats(number)).containsExactly(What.JOINED, What.SUSPENDED, What.RESUMED);
        assertThatThrownBy(() -> resume.resume(number)).isInstanceOf(Refusal.class);
    }

    @Test
    void aPeriodThatWasPaidGoesOnAfterComingBack() {
        var number = join.join(customer, yearly, today);
        pay(number);

        suspend.suspend(number, null);
        resume.resume(number);

        assertThat(memberships.dues(number)).hasSize(1);
        assertThat(memberships.get(number).validUntil()).isEqualTo(DuesPeriod.YEAR.lastDay(today, 1));
    }

    @Test
    void whoLeavesMayComeBack() {
        var number = join.join(customer, monthly, today);

        suspend.withdraw(number, "引っ越し");

        assertThatThrownBy(() -> suspend.withdraw(number, null)).isInstanceOf(Refusal.class);
        assertThat(memberships.changes(number).get(1).reason()).isEqualTo("引っ越し");
        resume.resume(number);
        assertThat(memberships.get(number).active()).isTrue();
    }

    @Test
    void daysOfAbsenceAreNoTenure() {
        var one = new Membership(
                "M1",
                customer,
                monthly,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 1, 1),
                1,
                null,
                MembershipState.ACTIVE,
                LocalDate.of(2026, 3, 1),
                20);

        assertThat(one.tenureDays(LocalDate.of(2026, 4, 1))).isEqualTo(90 - 20);
        assertThat(one.with(MembershipState.DORMANT, LocalDate.of(2026, 2, 1), 0)
                        .tenureDays(LocalDate.of(2026, 4, 1)))
                .isEqualTo(31);
    }

    @Test
    void aPlanWithMembersKeepsItsPeriod() {
        join.join(customer, yearly, today);

        assertThatThrownBy(() -> savePlan.remove(yearly)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() ->
                        savePlan.change(new MembershipPlan(yearly, "年会員", DUES, 10, DuesPeriod.MONTH, 31, 30, true)))
                .isInstanceOf(Refusal.class);
        savePlan.remove(monthly);
    }

    private void pay(String number) {
        var due = memberships.dues(number).get(0);
        given.deposit(PaymentMother.transferBy(
                due.receivable() + " ヤマダハナコ", due.amount().amount(), today));
    }

    private List<What> whats(String number) {
        return memberships.changes(number).stream().map(MembershipChange::what).toList();
    }

    private static String code() {
        return "P-" + UUID.randomUUID().toString().substring(0, 12);
    }
}
