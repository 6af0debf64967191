package jp.otodoke.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.otodoke.ModuleTest;
import jp.otodoke.customers.DeleteCustomer;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Recipient;
import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TimeSlot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wishes are stored, logged and carried out as they are shown beforehand. */
@ModuleTest
class ChangeSubscriptionTests {
    private static final ScheduleRule MONTH_END = new EveryMonths(1, EveryMonths.LAST);

    private final AutowireCapableBeanFactory beans;
    private final ChangeSubscription change;
    private final StartSubscription start;
    private final SubscriptionHistory history;
    private final FindSubscriptions find;
    private final DeleteCustomer deleteCustomer;
    private final Secrets secrets;
    private final JdbcClient jdbc;
    private SubscriptionDesk desk;

    @Autowired
    ChangeSubscriptionTests(
            AutowireCapableBeanFactory beans,
            ChangeSubscription change,
            StartSubscription start,
            SubscriptionHistory history,
            FindSubscriptions find,
            DeleteCustomer deleteCustomer,
            Secrets secrets,
            JdbcClient jdbc) {
        this.beans = beans;
        this.change = change;
        this.start = start;
        this.history = history;
        this.find = find;
        this.deleteCustomer = deleteCustomer;
        this.secrets = secrets;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void begin() {
        desk = beans.createBean(SubscriptionDesk.class);
        desk.today("2026-11-26");
    }

    @AfterEach
    void backToToday() {
        desk.today("2026-11-26");
    }

    @Test
    void whatIsStartedIsReadAgain() {
        var customer = desk.customer();
        var number = desk.started(customer, MONTH_END, "2026-12-28");

        var one = desk.one(number);
        assertThat(one.customer()).isEqualTo(customer);
        assertThat(one.state()).isEqualTo(SubscriptionState.ACTIVE);
        assertThat(one.terms().items()).containsExactly(new Item(desk.tea(), 1));
        assertThat(one.coming(2))
                .extracting(ComingTurn::delivery)
                .containsExactly(day("2026-12-28"), day("2027-01-31"));
        assertThat(history.changes(number, 10))
                .extracting(SubscriptionHistory.Entry::kind)
                .containsExactly(WishKind.ITEMS, WishKind.STARTED);
        assertThat(deleteCustomer.possible(customer)).isFalse();
    }

    @Test
    void everyMistakeOfAStartIsNamedAtItsPlace() {
        var wrong = new NewSubscription(
                "WEB",
                "NOWHERE",
                CustomerNumber.of("NOBODY"),
                List.of(new Item(Sku.of("NOTHING"), 0), new Item(desk.tea(), 1), new Item(desk.tea(), 2)),
                MONTH_END,
                day("2026-11-25"),
                PaymentMethod.CREDIT_CARD,
                null,
                null,
                null);

        assertThatThrownBy(() -> start.start(wrong, SubscriptionDesk.BY))
                .isInstanceOfSatisfying(InvalidInput.class, no -> assertThat(no.problems())
                        .extracting(FieldProblem::field)
                        .containsExactly(
                                "customer",
                                "items[0].sku",
                                "items[0].quantity",
                                "items[2].sku",
                                "first",
                                "payment.token",
                                "mediaCode"));
    }

    @Test
    void whatIsShownBeforehandIsWhatHappens() {
        var number = desk.started(MONTH_END, "2026-12-28");
        var wishes = change.wishes(List.of(new Wish.Day(day("2026-12-22"))), Scope.THIS_TURN);

        var effect = change.preview(number, wishes, 3);
        assertThat(desk.one(number).coming(3)).isEqualTo(effect.before());
        desk.change(number, wishes, "旅行");

        assertThat(desk.one(number).coming(3)).isEqualTo(effect.after());
        assertThat(effect.before().get(0).delivery()).isEqualTo("2026-12-28");
        assertThat(effect.after().get(0).delivery()).isEqualTo("2026-12-22");
    }

    @Test
    void everyChangeIsLoggedWithPersonReasonBeforeAndAfter() {
        var number = desk.started(MONTH_END, "2026-12-28");
        desk.change(
                number,
                change.wishes(List.of(new Wish.Items(List.of(new Item(desk.tea(), 3)))), Scope.FROM_NOW),
                "家族が増えた");

        var last = history.changes(number, 1).get(0);
        assertThat(last.who()).isEqualTo(SubscriptionDesk.BY);
        assertThat(last.reason()).isEqualTo("家族が増えた");
        assertThat(last.scope()).isEqualTo(Scope.FROM_NOW);
        assertThat(last.before(true).japanese()).isEqualTo(desk.tea() + " × 1");
        assertThat(last.after(true).english()).isEqualTo(desk.tea() + " × 3");
        assertThat(desk.one(number).terms().items()).containsExactly(new Item(desk.tea(), 3));
    }

    @Test
    void aReservedChangeIsListedAndCanBeWithdrawn() {
        var number = desk.started(MONTH_END, "2026-12-28");
        desk.change(
                number,
                change.wishes(List.of(new Wish.Items(List.of(new Item(desk.tea(), 3)))), Scope.FROM_NEXT),
                null);

        var reserved = desk.one(number).reserved().get(0);
        assertThat(reserved.fromTurn()).isEqualTo(2);
        assertThat(desk.one(number).coming(2))
                .extracting(turn -> turn.items().get(0).quantity())
                .containsExactly(1, 3);

        desk.change(number, change.withdraw(Objects.requireNonNull(reserved.id())), null);
        assertThat(desk.one(number).reserved()).isEmpty();
        assertThat(desk.one(number).coming(2))
                .extracting(turn -> turn.items().get(0).quantity())
                .containsExactly(1, 1);
    }

    @Test
    void skippedTurnsStandWithTheirReason() {
        var number = desk.started(MONTH_END, "2026-12-28");
        desk.change(number, change.skip(2), "在庫あり");

        assertThat(history.turns(number, 10))
                .extracting(DecidedTurn::turn, DecidedTurn::state, DecidedTurn::reason)
                .containsExactly(
                        tuple(1, TurnState.SKIPPED, SkipReason.CUSTOMER),
                        tuple(2, TurnState.SKIPPED, SkipReason.CUSTOMER));
        assertThat(desk.one(number).next().orElseThrow().turn()).isEqualTo(3);
    }

    @Test
    void pauseAndResumeAreStored() {
        var number = desk.started(MONTH_END, "2026-12-28");
        desk.change(number, change.pauseTurns(3), null);
        assertThat(desk.one(number).pause()).contains(new Pause(3, null));
        assertThat(find.list(all(SubscriptionState.PAUSED), null, 0, 200))
                .extracting(SubscriptionRow::number)
                .contains(number);

        desk.change(number, change.resume(), null);
        assertThat(desk.one(number).state()).isEqualTo(SubscriptionState.ACTIVE);

        desk.change(number, change.pauseUntil(day("2027-02-10")), null);
        assertThat(desk.one(number).pause()).contains(new Pause(null, day("2027-02-10")));
    }

    @Test
    void aTurnCannotBeChangedAfterItsDeadlineButStoppedAnyTime() {
        var number = desk.started(MONTH_END, "2026-12-28");
        assertThat(desk.one(number).changeUntil()).contains(day("2026-12-24"));
        desk.today("2026-12-25");

        assertThatThrownBy(() -> desk.change(number, change.skip(1), null))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.messageKey()).isEqualTo("subscription.deadline"));
        desk.change(number, change.wishes(List.of(new Wish.At(TimeSlot.AM)), Scope.FROM_NEXT), "次回から午前");
        desk.change(number, change.stop("不要", null), "不要");

        assertThat(desk.one(number).state()).isEqualTo(SubscriptionState.STOPPED);
        assertThat(jdbc.sql("select stop_reason from subscription where number = ?")
                        .param(number.value())
                        .query(String.class)
                        .single())
                .isEqualTo("不要");
    }

    @Test
    void aReservedStopIsStored() {
        var number = desk.started(MONTH_END, "2026-12-28");
        desk.change(number, change.stop("解約", day("2027-02-01")), "解約");

        assertThat(desk.one(number).state()).isEqualTo(SubscriptionState.ACTIVE);
        assertThat(desk.one(number).coming(5))
                .extracting(ComingTurn::delivery)
                .containsExactly(day("2026-12-28"), day("2027-01-31"));
    }

    @Test
    void tokensOfCardsAreStoredEncrypted() {
        var number = desk.started(MONTH_END, "2026-12-28");
        var encrypted = secrets.encrypt("tok-123");
        desk.change(
                number,
                change.wishes(List.of(new Wish.PaidBy(PaymentMethod.CREDIT_CARD, encrypted)), Scope.FROM_NEXT),
                null);

        var wish = (Wish.PaidBy) desk.one(number).reserved().get(0).wish();
        assertThat(secrets.decrypt(Objects.requireNonNull(wish.cardToken()))).isEqualTo("tok-123");
        assertThat(jdbc.sql("select wish::text from subscription_reserved_change where subscription_number = ?")
                        .param(number.value())
                        .query(String.class)
                        .single())
                .doesNotContain("tok-123");
    }

    @Test
    void anAddressThatIsFarMovesWhatCannotArriveAndIsHiddenInTheLog() {
        var number = desk.started(MONTH_END, "2026-12-28");
        var okinawa = new Recipient("那覇 太郎", null, "098-000-0000", new Address("9000001", "沖縄県", "那覇市", "1-1", ""));
        desk.change(number, change.wishes(List.of(new Wish.To(okinawa)), Scope.FROM_NOW), null);

        assertThat(desk.one(number).terms().recipient()).isEqualTo(okinawa);
        var last = history.changes(number, 1).get(0);
        assertThat(last.after(true).japanese()).contains("那覇 太郎");
        assertThat(last.after(false).japanese()).doesNotContain("那覇");
    }

    private static FindSubscriptions.Filter all(SubscriptionState state) {
        return new FindSubscriptions.Filter(null, false, state, null, null, null, null, null);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
