package jp.otodoke.subscriptions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.PlaceOrders;
import jp.otodoke.orders.Placement;
import jp.otodoke.orders.PlacementResult;
import jp.otodoke.orders.Preparation;
import jp.otodoke.orders.RefusedOrder;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides on the next turn of each of a set of subscriptions, in the caller's transaction: its order is made, or the reason is
 * recorded why there is none. Subscriptions, customers and products are read for all of them together.
 */
@Component
class MakeTurns {
    /** Under which the orders of subscriptions are placed. */
    static final String CHANNEL = "SUBSCRIPTION";

    private final Subscriptions subscriptions;
    private final SaveSubscriptions save;
    private final PlaceOrders placeOrders;
    private final Secrets secrets;
    private final Inbox inbox;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    MakeTurns(
            Subscriptions subscriptions,
            SaveSubscriptions save,
            PlaceOrders placeOrders,
            Secrets secrets,
            Inbox inbox,
            JdbcClient jdbc,
            BusinessClock clock) {
        this.subscriptions = subscriptions;
        this.save = save;
        this.placeOrders = placeOrders;
        this.secrets = secrets;
        this.inbox = inbox;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A turn of a subscription. */
    record TurnKey(SubscriptionNumber number, int turn) {}

    /** What became of a turn. @param reason of a skipped one */
    record Outcome(TurnState state, @Nullable SkipReason reason) {
        static Outcome skipped(SkipReason why) {
            return new Outcome(TurnState.SKIPPED, why);
        }
    }

    /**
     * @param turns one of each subscription at most
     * @param through the last day of the run
     * @return what became of each; a turn that has to wait for one before it is left out
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Map<TurnKey, Outcome> make(Collection<TurnKey> turns, LocalDate through) {
        var outcomes = new LinkedHashMap<TurnKey, Outcome>();
        var found = subscriptions.lock(turns.stream().map(TurnKey::number).toList());
        var dormant =
                dormant(found.values().stream().map(Subscription::customer).toList());
        var changed = new ArrayList<Subscription>();
        var toMake = new ArrayList<Subscription>();
        var over = new ArrayList<TurnKey>();
        for (var key : turns) {
            var one = found.get(key.number());
            var next = one == null ? null : one.next().orElse(null);
            if (one == null || next == null || next.turn() > key.turn()) {
                over.add(key);
            } else if (next.turn() == key.turn()) {
                outcome(one, next, through, dormant.contains(one.customer()), toMake)
                        .ifPresent(outcome -> outcomes.put(key, outcome));
                changed.add(one);
            }
        }
        var decided = decided(over);
        over.forEach(key -> outcomes.put(
                key, Outcome.skipped(decided.contains(key) ? SkipReason.ALREADY_DECIDED : SkipReason.CHANGED)));
        place(toMake, outcomes);
        save.save(changed.stream().filter(one -> !one.decided().isEmpty()).toList(), CurrentStaff.SYSTEM, null);
        ask(changed);
        return outcomes;
    }

    /** Those that another run or the customer has decided on; the others do not exist any more. */
    private Set<TurnKey> decided(Collection<TurnKey> over) {
        if (over.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql(
                        """
                        select t.subscription_number, t.turn
                          from unnest(:numbers::text[], :turns::int[]) n (number, turn)
                          join subscription_turn t on t.subscription_number = n.number and t.turn = n.turn
                        """)
                .param("numbers", over.stream().map(key -> key.number().value()).toArray(String[]::new))
                .param("turns", over.stream().map(TurnKey::turn).toArray(Integer[]::new))
                .query((row, n) -> new TurnKey(SubscriptionNumber.of(row.getString(1)), row.getInt(2)))
                .list());
    }

    private Optional<Outcome> outcome(
            Subscription one, NextTurn next, LocalDate through, boolean dormant, List<Subscription> toMake) {
        if (next.delivery().isAfter(through)) {
            return Optional.of(Outcome.skipped(SkipReason.CHANGED));
        }
        if (one.state() == SubscriptionState.PAUSED || one.state() == SubscriptionState.PAYMENT_STOPPED) {
            one.passes();
        } else if (dormant) {
            one.skipped(SkipReason.DORMANT);
        } else if (!next.delivery().isAfter(clock.today())) {
            one.missed();
        } else {
            toMake.add(one);
            return Optional.empty();
        }
        return Optional.of(
                Outcome.skipped(Objects.requireNonNull(one.decided().get(0).reason())));
    }

    private Set<CustomerNumber> dormant(Collection<CustomerNumber> customers) {
        return new HashSet<>(jdbc.sql(
                        "select number from customers_customer_view where number = any(:numbers) and state = 'DORMANT'")
                .param("numbers", customers.stream().map(CustomerNumber::value).toArray(String[]::new))
                .query((row, n) -> CustomerNumber.of(row.getString(1)))
                .list());
    }

    private void place(List<Subscription> toMake, Map<TurnKey, Outcome> outcomes) {
        if (toMake.isEmpty()) {
            return;
        }
        var media = media(toMake);
        var placed = placeOrders.place(
                toMake.stream()
                        .map(one -> order(one, one.next().orElseThrow().delivery(), media.get(one.number())))
                        .toList(),
                Preparation.NOW);
        for (int i = 0; i < toMake.size(); i++) {
            var one = toMake.get(i);
            var key = new TurnKey(one.number(), one.next().orElseThrow().turn());
            outcomes.put(key, placed(one, placed.get(i)));
        }
    }

    private static Outcome placed(Subscription one, Placement placement) {
        if (placement instanceof PlacementResult made) {
            one.made(made.orderNumber());
            return new Outcome(TurnState.MADE, null);
        }
        one.failed(BilingualText.sentences(((RefusedOrder) placement)
                .problems().stream().map(FieldProblem::words).toList()));
        return new Outcome(TurnState.FAILED, null);
    }

    private Map<SubscriptionNumber, String> media(Collection<Subscription> all) {
        var media = new HashMap<SubscriptionNumber, String>();
        jdbc.sql("select number, media_code from subscription where number = any(:numbers) and media_code is not null")
                .param(
                        "numbers",
                        Subscriptions.texts(
                                all.stream().map(Subscription::number).toList()))
                .query(row -> {
                    media.put(SubscriptionNumber.of(row.getString(1)), row.getString(2));
                });
        return media;
    }

    /**
     * The order of the next turn, at the prices of today. Its number of the channel is the turn, so that even the orders
     * themselves know of each turn once.
     *
     * @param delivery null for as soon as possible
     */
    NewOrder order(Subscription one, @Nullable LocalDate delivery, @Nullable String medium) {
        return order(one, one.termsOfNext(), one.next().orElseThrow().turn(), delivery, medium);
    }

    NewOrder order(Subscription one, Terms terms, int turn, @Nullable LocalDate delivery, @Nullable String medium) {
        var token = terms.cardToken();
        return new NewOrder(
                CHANNEL,
                one.number() + "-" + turn,
                null,
                medium,
                new NewOrder.Known(one.customer()),
                List.of(new NewOrder.Destination(terms.recipient(), delivery, terms.slot())),
                terms.items().stream()
                        .map(item -> new NewOrder.Line(item.sku(), item.quantity(), null, null, 0))
                        .toList(),
                new NewOrder.Payment(terms.method(), token == null ? null : secrets.decrypt(token), ShopPayment.NONE),
                null,
                null,
                null,
                null);
    }

    /** Something in the order or around it fails, so that not even a refusal comes of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void fail(TurnKey key, BilingualText why) {
        var one = subscriptions.lock(key.number());
        if (one.next().map(NextTurn::turn).filter(turn -> turn == key.turn()).isPresent()) {
            one.failed(why);
            save.save(List.of(one), CurrentStaff.SYSTEM, null);
            ask(List.of(one));
        }
    }

    /** A person decides on what was missed or has failed. */
    private void ask(List<Subscription> changed) {
        var tasks = new ArrayList<NewTask>();
        for (var one : changed) {
            for (var turn : one.decided()) {
                if (turn.state() == TurnState.FAILED || turn.state() == TurnState.MISSED) {
                    tasks.add(task(one, turn));
                }
            }
        }
        inbox.openAll(tasks);
    }

    private static NewTask task(Subscription one, DecidedTurn turn) {
        var reason = turn.state() == TurnState.MISSED
                ? BilingualText.of("task.subscription-turn.missed", turn.turn(), turn.delivery())
                : BilingualText.of("task.subscription-turn.failed", turn.turn(), turn.delivery(), turn.detail());
        return NewTask.of(
                SubscriptionTurnTask.TYPE,
                SubscriptionTurnTask.key(one.number(), turn.turn()),
                SubscriptionSubject.of(one.number()),
                reason);
    }
}
