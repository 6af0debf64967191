package jp.otodoke.subscriptions;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.orders.PlaceOrders;
import jp.otodoke.orders.Preparation;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person decides on a turn that was missed or has failed. */
@Component
public class DecideTurn {
    private final Subscriptions subscriptions;
    private final SaveSubscriptions save;
    private final MakeTurns makeTurns;
    private final PlaceOrders placeOrders;
    private final Inbox inbox;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    DecideTurn(
            Subscriptions subscriptions,
            SaveSubscriptions save,
            MakeTurns makeTurns,
            PlaceOrders placeOrders,
            Inbox inbox,
            JdbcClient jdbc,
            BusinessClock clock) {
        this.subscriptions = subscriptions;
        this.save = save;
        this.makeTurns = makeTurns;
        this.placeOrders = placeOrders;
        this.inbox = inbox;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What becomes of it. */
    public enum Decision {
        /** Its order is made at once and leaves as soon as it can; the turns after it stay where they are. */
        SHIP_NOW,
        /** As SHIP_NOW, and the turns after it are counted from its new day. */
        SHIFT,
        /** It passes without an order. */
        SKIP
    }

    /** @throws Refusal if it is decided already (conflict), or its order is refused */
    @Transactional
    public void decide(SubscriptionNumber number, int turn, Decision decision, @Nullable String reason, String by) {
        var one = subscriptions.lock(number);
        if (!undecided(number, turn)) {
            throw Refusal.conflict("subscription.turn.decided", number, turn);
        }
        if (decision == Decision.SKIP) {
            skipped(number, turn, by);
        } else {
            var day = one.soonest(clock.today());
            if (decision == Decision.SHIFT && !one.shift(turn, day)) {
                throw Refusal.conflict("subscription.day.rule");
            }
            made(number, turn, order(one, turn, decision == Decision.SHIFT ? day : null), day, by);
            save.save(List.of(one), by, reason);
        }
        inbox.close(SubscriptionTurnTask.key(number, turn));
    }

    /** With the usual terms: what counted for that turn only went with its day. */
    private OrderNumber order(Subscription one, int turn, @Nullable LocalDate day) {
        return placeOrders
                .place(List.of(makeTurns.order(one, one.terms(), turn, day, null)), Preparation.NOW)
                .get(0)
                .orRefuse()
                .orderNumber();
    }

    private boolean undecided(SubscriptionNumber number, int turn) {
        return jdbc.sql(
                        """
                        select exists (select 1 from subscription_turn
                                        where subscription_number = :number and turn = :turn and state in ('FAILED', 'MISSED'))
                        """)
                .param("number", number.value())
                .param("turn", turn)
                .query(Boolean.class)
                .single();
    }

    private void skipped(SubscriptionNumber number, int turn, String by) {
        update("state = 'SKIPPED', reason = 'DECIDED'", number, turn, null, null, by);
    }

    private void made(SubscriptionNumber number, int turn, OrderNumber order, LocalDate day, String by) {
        update(
                "state = 'MADE', reason = null, detail = null, detail_en = null, order_number = :order, delivery = :day",
                number,
                turn,
                order,
                day,
                by);
    }

    private void update(
            String change,
            SubscriptionNumber number,
            int turn,
            @Nullable OrderNumber order,
            @Nullable LocalDate day,
            String by) {
        jdbc.sql("update subscription_turn set " + change
                        + ", decided_at = :now, decided_by = :by where subscription_number = :number and turn = :turn")
                .param("order", order == null ? null : order.value())
                .param("day", day)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("number", number.value())
                .param("turn", turn)
                .update();
    }
}
