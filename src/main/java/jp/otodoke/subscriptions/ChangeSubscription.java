package jp.otodoke.subscriptions;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does what a customer wishes about a subscription, or shows what would become of its turns. */
@Component
public class ChangeSubscription {
    private final Subscriptions subscriptions;
    private final SaveSubscriptions save;
    private final CheckWishes checkWishes;
    private final BusinessClock clock;

    ChangeSubscription(
            Subscriptions subscriptions, SaveSubscriptions save, CheckWishes checkWishes, BusinessClock clock) {
        this.subscriptions = subscriptions;
        this.save = save;
        this.checkWishes = checkWishes;
        this.clock = clock;
    }

    /** What a customer wishes; made by the methods here. */
    public interface Change {
        /** Whether the next turn becomes another one, so that its deadline counts. */
        boolean ofNextTurn();

        void on(Subscription subscription);
    }

    private record Simple(boolean ofNextTurn, Consumer<Subscription> what) implements Change {
        @Override
        public void on(Subscription subscription) {
            what.accept(subscription);
        }
    }

    /** Things otherwise, for this turn, from now on or from the next. */
    public Change wishes(List<Wish> wishes, Scope scope) {
        checkWishes.check(wishes);
        return new Simple(scope != Scope.FROM_NEXT, one -> wishes.forEach(wish -> one.wish(wish, scope)));
    }

    /** Things otherwise for all turns from a day on. */
    public Change wishesFrom(List<Wish> wishes, LocalDate day) {
        checkWishes.check(wishes);
        if (!day.isAfter(clock.today())) {
            throw new InvalidInput("from", "invalid", BilingualText.of("subscription.problem.past"));
        }
        return new Simple(true, one -> wishes.forEach(wish -> one.wishFrom(wish, day)));
    }

    public Change skip(int turns) {
        within("turns", turns);
        return new Simple(true, one -> one.skip(turns));
    }

    public Change pauseTurns(int turns) {
        within("turns", turns);
        return new Simple(true, one -> one.pause(new Pause(turns, null)));
    }

    public Change pauseUntil(LocalDate day) {
        if (!day.isAfter(clock.today())) {
            throw new InvalidInput("until", "invalid", BilingualText.of("subscription.problem.past"));
        }
        return new Simple(true, one -> one.pause(new Pause(null, day)));
    }

    public Change pauseWithoutEnd() {
        return new Simple(true, one -> one.pause(Pause.WITHOUT_END));
    }

    public Change resume() {
        return new Simple(false, Subscription::resume);
    }

    /** The payment failed and turns pass, until it is resumed. */
    public Change stopForPayment() {
        return new Simple(false, Subscription::stopForPayment);
    }

    /** Possible at any time, whatever the deadline. @param from null for at once */
    public Change stop(String reason, @Nullable LocalDate from) {
        return from == null || !from.isAfter(clock.today())
                ? new Simple(false, one -> one.stop(reason))
                : new Simple(false, one -> one.stopFrom(from, reason));
    }

    public Change withdraw(long reserved) {
        return new Simple(false, one -> one.withdraw(reserved));
    }

    /**
     * @param reason what the customer said; may be null
     * @throws Refusal if the state or the deadline forbids it (conflict), or it can't be meant
     */
    @Transactional
    public void change(SubscriptionNumber number, Change change, @Nullable String reason, String by) {
        var one = subscriptions.lock(number);
        checked(one, change);
        save.save(List.of(one), by, reason);
    }

    /** What becomes of the next turns, before and after; nothing is changed. */
    @Transactional(readOnly = true)
    public Effect preview(SubscriptionNumber number, Change change, int turns) {
        var one = subscriptions.get(number);
        var before = one.coming(turns);
        checked(one, change);
        return new Effect(before, one.coming(turns), one.state());
    }

    private void checked(Subscription one, Change change) {
        one.changeUntil()
                .filter(last -> change.ofNextTurn() && clock.today().isAfter(last))
                .ifPresent(last -> {
                    throw Refusal.conflict("subscription.deadline", last);
                });
        change.on(one);
    }

    /** @param after what would come */
    public record Effect(List<ComingTurn> before, List<ComingTurn> after, SubscriptionState state) {}

    private static void within(String field, int turns) {
        if (turns < 1 || turns > MOST_TURNS) {
            throw new InvalidInput(List.of(
                    new FieldProblem(field, "invalid", BilingualText.of("schedule.problem.number", 1, MOST_TURNS))));
        }
    }

    private static final int MOST_TURNS = 99;
}
