package jp.otodoke.demo.data;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.subscriptions.BeginSubscriptionRun;
import jp.otodoke.subscriptions.ChangeSubscription;
import jp.otodoke.subscriptions.ChangingGaps;
import jp.otodoke.subscriptions.EveryDays;
import jp.otodoke.subscriptions.EveryMonths;
import jp.otodoke.subscriptions.EveryNthWeekday;
import jp.otodoke.subscriptions.FixedDates;
import jp.otodoke.subscriptions.Item;
import jp.otodoke.subscriptions.NewSubscription;
import jp.otodoke.subscriptions.ScheduleRule;
import jp.otodoke.subscriptions.Scope;
import jp.otodoke.subscriptions.StartSubscription;
import jp.otodoke.subscriptions.SubscriptionNumber;
import jp.otodoke.subscriptions.Subscriptions;
import jp.otodoke.subscriptions.Wish;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A few dozen subscriptions of each kind and in every state, and the run of their first night. */
@Component
class DemoSubscriptions {
    private static final int ACTIVE = 36;
    private static final int DORMANT = 2;
    /** Days ahead whose deliveries the first night makes. */
    private static final int LAST_TO_BE_MADE = 5;

    private final StartSubscription start;
    private final ChangeSubscription change;
    private final Subscriptions subscriptions;
    private final BeginSubscriptionRun begin;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    DemoSubscriptions(
            StartSubscription start,
            ChangeSubscription change,
            Subscriptions subscriptions,
            BeginSubscriptionRun begin,
            JdbcClient jdbc,
            BusinessClock clock) {
        this.start = start;
        this.change = change;
        this.subscriptions = subscriptions;
        this.begin = begin;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    void start() {
        var people = people("state = 'ACTIVE' and not attention and number <> 'C0000123'", 300, ACTIVE);
        for (int i = 0; i < people.size(); i++) {
            wish(i, started(people.get(i), i));
        }
        var dormant = people("state = 'DORMANT'", 0, DORMANT);
        for (int i = 0; i < dormant.size(); i++) {
            started(dormant.get(i), i);
        }
    }

    /** To be called when they are started and nobody else changes the stock. The night's own run found none of them yet. */
    void firstNight() {
        begin.byHand(clock.today().plusDays(LAST_TO_BE_MADE), "operator");
        begin.work();
    }

    private List<CustomerNumber> people(String which, int offset, int count) {
        return jdbc.sql("select number from customers_customer_view where " + which
                        + " order by md5(number) offset :offset limit :count")
                .param("offset", offset)
                .param("count", count)
                .query((row, n) -> CustomerNumber.of(row.getString(1)))
                .list();
    }

    /** The first ones are due within days, so that the first night has something to make. */
    private SubscriptionNumber started(CustomerNumber customer, int i) {
        var first = clock.today().plusDays(i >= 6 && i <= 8 ? LAST_TO_BE_MADE : i < 14 ? 3 + i % 3 : 6 + i);
        return start.start(
                new NewSubscription(
                        i % 3 == 0 ? "PHONE" : "WEB",
                        null,
                        customer,
                        i % 4 == 0 ? List.of(item("HF-001", 1), item("CS-001", 1)) : List.of(item("HF-002", 1 + i % 2)),
                        rule(i, first),
                        first,
                        i % 5 == 0 ? PaymentMethod.BANK_TRANSFER : PaymentMethod.CASH_ON_DELIVERY,
                        null,
                        null,
                        null),
                "operator");
    }

    private static Item item(String product, int quantity) {
        return new Item(Sku.of(product), quantity);
    }

    private static ScheduleRule rule(int i, LocalDate first) {
        return switch (i % 6) {
            case 0 -> new EveryMonths(1, first.getDayOfMonth());
            case 1 -> new EveryMonths(1, EveryMonths.LAST);
            case 2 -> new EveryDays(30);
            case 3 -> new ChangingGaps(List.of(14, 30));
            case 4 -> new EveryNthWeekday(1, 2, DayOfWeek.TUESDAY);
            default -> new FixedDates(List.of(first, first.plusDays(60), first.plusDays(120)));
        };
    }

    /** Every sixth customer or so has wished something. */
    private void wish(int i, SubscriptionNumber number) {
        switch (i) {
            case 6, 7 -> change(number, change.pauseTurns(3), "しばらく在庫がある");
            case 8 -> change(number, change.stopForPayment(), "カードの有効期限切れ");
            case 15, 16 -> change(number, change.skip(1), "旅行で不在");
            case 18 -> change(number, change.pauseWithoutEnd(), "入院");
            case 20 -> change(number, change.pauseUntil(clock.today().plusDays(100)), "海外出張");
            case 21 ->
                change(
                        number,
                        change.wishes(List.of(new Wish.Items(List.of(item("HF-002", 3)))), Scope.FROM_NEXT),
                        "家族が増える");
            case 24, 25 -> change(number, change.stop("飲みきれない", null), "飲みきれない");
            case 26 -> change(number, change.stop("引越し", clock.today().plusDays(90)), "引越し");
            default -> {}
        }
    }

    /** Before a weekend or the turn of the year it can be too late for that already: then nobody has called. */
    private void change(SubscriptionNumber number, ChangeSubscription.Change what, String reason) {
        boolean late = subscriptions
                .get(number)
                .changeUntil()
                .filter(last -> clock.today().isAfter(last))
                .isPresent();
        if (!late) {
            change.change(number, what, reason, "operator");
        }
    }
}
