package jp.otodoke.subscriptions;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Starts subscriptions for tests, and does what is wished about them. */
public class SubscriptionDesk {
    public static final String BY = "operator";

    private final Given given;
    private final StartSubscription start;
    private final ChangeSubscription change;
    private final Subscriptions subscriptions;
    private final FindSubscriptions find;
    private final RunSubscriptions run;
    private final TestClock clock;
    private final Sku tea;

    @Autowired
    public SubscriptionDesk(
            Given given,
            StartSubscription start,
            ChangeSubscription change,
            Subscriptions subscriptions,
            FindSubscriptions find,
            RunSubscriptions run,
            TestClock clock) {
        this.given = given;
        this.start = start;
        this.change = change;
        this.subscriptions = subscriptions;
        this.find = find;
        this.run = run;
        this.clock = clock;
        this.tea = Sku.of(given.product(ProductMother.tea()));
    }

    public void today(String day) {
        clock.set(day + "T10:00:00+09:00");
    }

    public Sku tea() {
        return tea;
    }

    public Sku another() {
        return Sku.of(given.product(ProductMother.cream()));
    }

    public CustomerNumber customer() {
        return given.customer(CustomerMother.somebody());
    }

    /** Of somebody new, one piece of tea. */
    public SubscriptionNumber started(ScheduleRule rule, String first) {
        return started(customer(), rule, first);
    }

    public SubscriptionNumber started(CustomerNumber customer, ScheduleRule rule, String first) {
        return started(customer, List.of(new Item(tea, 1)), rule, first);
    }

    public SubscriptionNumber started(CustomerNumber customer, List<Item> items, ScheduleRule rule, String first) {
        return start.start(
                new NewSubscription(
                        "WEB",
                        null,
                        customer,
                        items,
                        rule,
                        LocalDate.parse(first),
                        PaymentMethod.CASH_ON_DELIVERY,
                        null,
                        null,
                        null),
                BY);
    }

    public void change(SubscriptionNumber number, ChangeSubscription.Change what, @Nullable String reason) {
        change.change(number, what, reason, BY);
    }

    /** So that no later test finds them due. */
    public void stopAllOf(CustomerNumber customer) {
        find.list(FindSubscriptions.Filter.of(customer), null, 0, 100).stream()
                .filter(row -> row.state() != SubscriptionState.STOPPED)
                .forEach(row -> change(row.number(), change.stop("終わり", null), null));
    }

    /** Works as one worker of a node until nothing is left of the runs. */
    public void work() {
        run.run();
    }

    public Subscription one(SubscriptionNumber number) {
        return subscriptions.get(number);
    }
}
