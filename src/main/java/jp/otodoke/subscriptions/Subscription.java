package jp.otodoke.subscriptions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.subscriptions.FirmCalendars.Calendars;
import org.jspecify.annotations.Nullable;

/**
 * 定期: what a customer gets again and again. It knows its next turn; whatever is decided about that turn is recorded, and the
 * one after it becomes the next. Nothing here is stored by itself, so that a change can be tried before it is made.
 */
public class Subscription {
    private final SubscriptionNumber number;
    private final CustomerNumber customer;
    private final String home;
    private final Calendars calendars;
    private final long version;

    private SubscriptionState state;
    private Cycle cycle;
    private Terms terms;
    private @Nullable Pause pause;
    private @Nullable NextTurn next;
    private @Nullable LocalDate lastDelivery;
    private List<ReservedWish> reserved;
    private @Nullable BilingualText stopReason;

    private final List<DecidedTurn> decided = new ArrayList<>();
    private final List<Long> applied = new ArrayList<>();
    private final List<Long> withdrawn = new ArrayList<>();
    private final List<SubscriptionChange> changes = new ArrayList<>();

    /** @param home prefecture of the customer's own address */
    Subscription(
            SubscriptionNumber number,
            CustomerNumber customer,
            String home,
            Calendars calendars,
            long version,
            SubscriptionState state,
            Cycle cycle,
            Terms terms,
            @Nullable Pause pause,
            @Nullable NextTurn next,
            @Nullable LocalDate lastDelivery,
            List<ReservedWish> reserved) {
        this.number = number;
        this.customer = customer;
        this.home = home;
        this.calendars = calendars;
        this.version = version;
        this.state = state;
        this.cycle = cycle;
        this.terms = terms;
        this.pause = pause;
        this.next = next;
        this.lastDelivery = lastDelivery;
        this.reserved = List.copyOf(reserved);
    }

    /** A new one, whose first turn is the first date of the rule. */
    static Subscription start(
            SubscriptionNumber number,
            CustomerNumber customer,
            String home,
            Calendars calendars,
            ScheduleRule rule,
            LocalDate first,
            Terms terms) {
        var started = new Subscription(
                number,
                customer,
                home,
                calendars,
                0,
                SubscriptionState.ACTIVE,
                new Cycle(rule, first, 1),
                terms,
                null,
                null,
                null,
                List.of());
        started.plan(1);
        return started;
    }

    /** Noted once, when it is stored for the first time. */
    void began() {
        changes.add(SubscriptionChange.of(
                WishKind.STARTED, BilingualText.asWritten(""), cycle.rule().sentence()));
        changes.add(SubscriptionChange.of(WishKind.ITEMS, BilingualText.asWritten(""), Item.words(terms.items())));
    }

    /** The same for trying: what happens to it happens to nobody else. */
    Subscription copy() {
        return new Subscription(
                number, customer, home, calendars, version, state, cycle, terms, pause, next, lastDelivery, reserved);
    }

    // What is decided about the next turn.

    void made(OrderNumber order) {
        decide(TurnState.MADE, order, null, null);
    }

    /** It passes without an order because of the state. */
    void passes() {
        decide(
                TurnState.SKIPPED,
                null,
                state == SubscriptionState.PAUSED ? SkipReason.PAUSED : SkipReason.PAYMENT_STOPPED,
                null);
    }

    void skipped(SkipReason reason) {
        decide(TurnState.SKIPPED, null, reason, null);
    }

    void missed() {
        decide(TurnState.MISSED, null, SkipReason.MISSED, null);
    }

    void failed(BilingualText why) {
        decide(TurnState.FAILED, null, SkipReason.REFUSED, why);
    }

    private void decide(
            TurnState what, @Nullable OrderNumber order, @Nullable SkipReason reason, @Nullable BilingualText detail) {
        var now = due();
        decided.add(new DecidedTurn(now.turn(), now.nominal(), now.delivery(), what, order, reason, detail));
        passed(now);
    }

    private void passed(NextTurn now) {
        lastDelivery = now.delivery();
        if (state == SubscriptionState.PAUSED && pause != null) {
            pause = pause.afterOneMore();
            state = pause == null ? SubscriptionState.ACTIVE : state;
        }
        end(reserved.stream().filter(wish -> wish.endsWith(now.turn())).toList());
        plan(now.turn() + 1);
    }

    private NextTurn due() {
        if (next == null) {
            throw Refusal.conflict("subscription.no-turn", number);
        }
        return next;
    }

    // Planning.

    private void plan(int turn) {
        var nominal = cycle.date(turn);
        if (nominal.isEmpty()) {
            finish();
            return;
        }
        if (takeEffect(turn, nominal.get())) {
            plan(turn);
            return;
        }
        var delivery = schedule().delivery(nominal.get(), lastDelivery).day();
        next = new NextTurn(turn, nominal.get(), wishedDay(turn).orElse(delivery));
        if (state == SubscriptionState.PAUSED && pause != null && pause.endsBefore(next.delivery())) {
            state = SubscriptionState.ACTIVE;
            pause = null;
        }
        stopFrom(next.delivery());
    }

    /** Reserved changes that begin with this turn and stay become part of the usual; whether there was one. */
    private boolean takeEffect(int turn, LocalDate nominal) {
        var due = reserved.stream()
                .filter(wish -> !wish.once() && !(wish.wish() instanceof Wish.Stop) && wish.covers(turn, nominal))
                .toList();
        due.forEach(wish -> become(wish.wish(), turn, nominal));
        end(due);
        return !due.isEmpty();
    }

    private void become(Wish wish, int turn, LocalDate nominal) {
        var before = words(wish);
        if (wish instanceof Wish.OtherCycle other) {
            var first = other.first() == null ? nominal : other.first();
            cycle = new Cycle(ReadRule.of(other.rule()), first, turn);
        } else if (wish instanceof Wish.Day other) {
            cycle = cycle.moved(other.day(), turn).orElse(cycle);
        } else {
            terms = wish.on(terms);
        }
        changes.add(SubscriptionChange.applied(wish, before));
    }

    private Optional<LocalDate> wishedDay(int turn) {
        return reserved.stream()
                .filter(wish -> wish.once() && wish.fromTurn() != null && wish.fromTurn() == turn)
                .map(ReservedWish::wish)
                .filter(Wish.Day.class::isInstance)
                .map(wish -> ((Wish.Day) wish).day())
                .reduce((former, latter) -> latter);
    }

    private void stopFrom(LocalDate delivery) {
        reserved.stream()
                .filter(wish -> wish.wish() instanceof Wish.Stop
                        && wish.fromDate() != null
                        && !delivery.isBefore(wish.fromDate()))
                .findFirst()
                .ifPresent(stop -> {
                    changes.add(SubscriptionChange.applied(stop.wish(), stateWords()));
                    end(List.of(stop));
                    noMore(stop.wish().words());
                });
    }

    private void finish() {
        changes.add(SubscriptionChange.of(
                WishKind.FINISHED, stateWords(), BilingualText.of("status.subscription.STOPPED")));
        noMore(BilingualText.of("subscription.finished"));
    }

    private void noMore(BilingualText why) {
        stopReason = why;
        state = SubscriptionState.STOPPED;
        next = null;
        pause = null;
    }

    private void end(List<ReservedWish> over) {
        over.stream().map(ReservedWish::id).filter(Objects::nonNull).forEach(applied::add);
        reserved = reserved.stream().filter(wish -> !over.contains(wish)).toList();
    }

    // What customers wish.

    /** Several turns pass without an order, at once. */
    void skip(int turns) {
        inState(SubscriptionState.ACTIVE);
        var first = due();
        for (int i = 0; i < turns && next != null; i++) {
            skipped(SkipReason.CUSTOMER);
        }
        changes.add(SubscriptionChange.of(
                WishKind.SKIP, BilingualText.of("subscription.next-is", first.turn(), first.delivery()), nextWords()));
    }

    void pause(Pause howLong) {
        if (state != SubscriptionState.ACTIVE && state != SubscriptionState.PAUSED) {
            inState(SubscriptionState.ACTIVE);
        }
        var before = stateWords();
        state = SubscriptionState.PAUSED;
        pause = howLong;
        plan(due().turn());
        if (state == SubscriptionState.ACTIVE) {
            throw Refusal.invalid("subscription.pause.nothing", due().delivery());
        }
        changes.add(SubscriptionChange.of(WishKind.PAUSE, before, stateWords()));
    }

    void resume() {
        if (state != SubscriptionState.PAUSED && state != SubscriptionState.PAYMENT_STOPPED) {
            inState(SubscriptionState.PAUSED);
        }
        var before = stateWords();
        state = SubscriptionState.ACTIVE;
        pause = null;
        changes.add(SubscriptionChange.of(WishKind.RESUME, before, stateWords()));
    }

    /** Its payment failed; turns pass until it is resumed. */
    void stopForPayment() {
        if (state != SubscriptionState.ACTIVE && state != SubscriptionState.PAUSED) {
            inState(SubscriptionState.ACTIVE);
        }
        var before = stateWords();
        state = SubscriptionState.PAYMENT_STOPPED;
        pause = null;
        changes.add(SubscriptionChange.of(WishKind.PAYMENT_STOP, before, stateWords()));
    }

    void stop(String reason) {
        notStopped();
        changes.add(
                SubscriptionChange.of(WishKind.STOP, stateWords(), BilingualText.of("status.subscription.STOPPED")));
        noMore(BilingualText.asWritten(reason));
        withdraw(reserved);
    }

    /** Nothing is delivered from that day on. */
    void stopFrom(LocalDate day, String reason) {
        notStopped();
        withdraw(reserved.stream()
                .filter(wish -> wish.wish() instanceof Wish.Stop)
                .toList());
        reserve(new ReservedWish(null, new Wish.Stop(reason), null, day, false));
        changes.add(
                SubscriptionChange.of(WishKind.STOP, stateWords(), BilingualText.of("subscription.stops-from", day)));
        plan(due().turn());
    }

    /** One thing otherwise, for the next turn, from it on, or from the one after it. */
    void wish(Wish wish, Scope scope) {
        notStopped();
        var turn = due();
        var before = words(wish);
        if (wish instanceof Wish.OtherCycle other) {
            hasDates(other, turn.nominal());
        }
        switch (scope) {
            case THIS_TURN -> thisTurn(wish, turn);
            case FROM_NOW -> fromNow(wish, turn);
            case FROM_NEXT -> fromNext(wish, turn);
        }
        changes.add(SubscriptionChange.of(wish, scope, before));
    }

    /** One thing otherwise for all turns whose date is that day or later (変更予約). */
    void wishFrom(Wish wish, LocalDate day) {
        notStopped();
        if (wish instanceof Wish.Add || wish instanceof Wish.Day) {
            throw Refusal.invalid("subscription.from.not-of-day");
        }
        if (wish instanceof Wish.OtherCycle other) {
            hasDates(other, day);
        }
        var before = words(wish);
        var turn = due().turn();
        reserve(new ReservedWish(null, wish, null, day, false));
        plan(turn);
        changes.add(SubscriptionChange.of(wish, Scope.FROM_NEXT, before));
    }

    private void hasDates(Wish.OtherCycle other, LocalDate nominal) {
        var first = other.first() == null ? nominal : other.first();
        if (lastDelivery != null && !first.isAfter(lastDelivery)) {
            throw Refusal.invalid("subscription.day.before-last", lastDelivery);
        }
        if (ReadRule.of(other.rule()).date(first, 1).isEmpty()) {
            throw Refusal.invalid("subscription.cycle.no-dates", first);
        }
    }

    private void thisTurn(Wish wish, NextTurn turn) {
        if (wish instanceof Wish.OtherCycle) {
            throw Refusal.invalid("subscription.cycle.this-turn");
        }
        if (wish instanceof Wish.Day other) {
            reachable(other.day(), turn);
        }
        if (!(wish instanceof Wish.Add)) {
            withdraw(reserved.stream()
                    .filter(one -> one.once()
                            && one.wish().kind() == wish.kind()
                            && one.fromTurn() != null
                            && one.fromTurn() == turn.turn())
                    .toList());
        }
        reserve(new ReservedWish(null, wish, turn.turn(), null, true));
        plan(turn.turn());
    }

    private void fromNow(Wish wish, NextTurn turn) {
        if (wish instanceof Wish.Add) {
            throw Refusal.invalid("subscription.add.once");
        }
        if (wish instanceof Wish.Day other) {
            movable(other.day(), turn.turn());
            open(other.day());
        }
        // What was said for this turn only is overruled by what counts from now on.
        withdraw(reserved.stream()
                .filter(one -> one.once() && one.wish().kind() == wish.kind())
                .toList());
        var silent = changes.size();
        become(wish, turn.turn(), turn.nominal());
        changes.subList(silent, changes.size()).clear();
        plan(turn.turn());
    }

    private void fromNext(Wish wish, NextTurn turn) {
        if (wish instanceof Wish.Add) {
            throw Refusal.invalid("subscription.add.once");
        }
        if (wish instanceof Wish.Day other) {
            movable(other.day(), turn.turn() + 1);
            open(other.day());
            if (!other.day().isAfter(turn.delivery())) {
                throw Refusal.invalid("subscription.day.before-next", turn.delivery());
            }
        }
        withdraw(reserved.stream()
                .filter(one -> !one.once()
                        && one.wish().kind() == wish.kind()
                        && one.fromTurn() != null
                        && one.fromTurn() == turn.turn() + 1)
                .toList());
        reserve(new ReservedWish(null, wish, turn.turn() + 1, null, false));
    }

    private void movable(LocalDate day, int turn) {
        if (cycle.moved(day, turn).isEmpty()) {
            throw Refusal.invalid("subscription.day.rule");
        }
        if (lastDelivery != null && !day.isAfter(lastDelivery)) {
            throw Refusal.invalid("subscription.day.before-last", lastDelivery);
        }
    }

    /** Another day for one turn stays between the turn before and the one after it. */
    private void reachable(LocalDate day, NextTurn turn) {
        open(day);
        if (lastDelivery != null && !day.isAfter(lastDelivery)) {
            throw Refusal.invalid("subscription.day.before-last", lastDelivery);
        }
        cycle.date(turn.turn() + 1)
                .filter(following -> !day.isBefore(following))
                .ifPresent(following -> {
                    throw Refusal.invalid("subscription.day.after-following", following);
                });
    }

    private void open(LocalDate day) {
        var moved = schedule().delivery(day, null);
        if (!moved.causes().isEmpty()) {
            throw Refusal.invalid("subscription.day.closed", BilingualText.sentences(moved.causes()));
        }
    }

    /**
     * A turn that was missed is delivered on a later day, and those after it are counted from there.
     *
     * @return whether the rule can be moved at all
     */
    boolean shift(int missed, LocalDate day) {
        var moved = cycle.moved(day, missed);
        if (next == null || moved.isEmpty()) {
            return false;
        }
        var before = nextWords();
        cycle = moved.get();
        lastDelivery = lastDelivery == null || day.isAfter(lastDelivery) ? day : lastDelivery;
        plan(next.turn());
        changes.add(SubscriptionChange.of(WishKind.DAY, before, nextWords()));
        return true;
    }

    /** The first day on which an order that is made now can be delivered without haste. */
    LocalDate soonest(LocalDate today) {
        return schedule()
                .delivery(today.plusDays(calendars.policy().makeDays()), null)
                .day();
    }

    /** A reserved change is not wanted any more. */
    void withdraw(long id) {
        var unwanted = reserved.stream()
                .filter(wish -> wish.id() != null && wish.id() == id)
                .toList();
        if (unwanted.isEmpty()) {
            throw Refusal.notFound("subscription.reserved.not-found", id);
        }
        changes.add(SubscriptionChange.of(
                WishKind.WITHDRAWN, unwanted.get(0).wish().words(), BilingualText.of("subscription.withdrawn")));
        withdraw(unwanted);
        if (next != null) {
            plan(next.turn());
        }
    }

    private void withdraw(List<ReservedWish> unwanted) {
        unwanted.stream().map(ReservedWish::id).filter(Objects::nonNull).forEach(withdrawn::add);
        reserved = reserved.stream().filter(wish -> !unwanted.contains(wish)).toList();
    }

    private void reserve(ReservedWish wish) {
        var more = new ArrayList<>(reserved);
        more.add(wish);
        reserved = List.copyOf(more);
    }

    private void notStopped() {
        if (state == SubscriptionState.STOPPED) {
            throw Refusal.conflict("subscription.stopped", number);
        }
    }

    private void inState(SubscriptionState needed) {
        if (state != needed) {
            throw Refusal.conflict("subscription.state", number, stateWords());
        }
    }

    // What there is to know.

    /** The next turns as they will be if nothing is changed. */
    public List<ComingTurn> coming(int count) {
        var ahead = copy();
        var turns = new ArrayList<ComingTurn>();
        while (ahead.next != null && turns.size() < count) {
            turns.add(ahead.shown(ahead.next));
            ahead.passed(ahead.next);
        }
        return turns;
    }

    /** Turns that come after the next one and are delivered by that day. */
    List<ComingTurn> dueAfterNext(LocalDate through) {
        var ahead = copy();
        var turns = new ArrayList<ComingTurn>();
        while (ahead.next != null && !ahead.next.delivery().isAfter(through)) {
            turns.add(ahead.shown(ahead.next));
            ahead.passed(ahead.next);
        }
        return turns.isEmpty() ? turns : turns.subList(1, turns.size());
    }

    private ComingTurn shown(NextTurn turn) {
        var causes = new ArrayList<BilingualText>();
        if (!turn.delivery().equals(turn.nominal())) {
            wishedDay(turn.turn())
                    .ifPresentOrElse(
                            day -> causes.add(BilingualText.of("subscription.day.wished")),
                            () -> causes.addAll(schedule()
                                    .delivery(turn.nominal(), lastDelivery)
                                    .causes()));
        }
        return new ComingTurn(
                turn.turn(),
                turn.nominal(),
                turn.delivery(),
                state == SubscriptionState.ACTIVE ? TurnState.PLANNED : TurnState.PAUSED,
                termsOfNext().items(),
                causes);
    }

    /** What the next turn delivers: the usual, with what counts for this turn only. */
    Terms termsOfNext() {
        var now = due();
        var wanted = terms;
        for (var wish : reserved) {
            if (wish.once() && wish.covers(now.turn(), now.nominal())) {
                wanted = wish.wish().on(wanted);
            }
        }
        return wanted;
    }

    /** The last day on which the next turn can be changed. */
    public Optional<LocalDate> changeUntil() {
        return Optional.ofNullable(next).map(turn -> calendar()
                .workingDaysBefore(turn.delivery(), calendars.policy().changeDays()));
    }

    /** The day on which the order of the next turn is made. */
    public Optional<LocalDate> makeOn() {
        return Optional.ofNullable(next)
                .map(turn -> turn.delivery().minusDays(calendars.policy().makeDays()));
    }

    private DeliverySchedule schedule() {
        return DeliverySchedule.of(calendar(), calendars.policy().shift());
    }

    private FirmCalendar calendar() {
        var to = terms.recipient();
        return calendars.to(to == null ? home : to.address().prefecture(), terms.slot());
    }

    private BilingualText words(Wish wish) {
        return switch (wish.kind()) {
            case ITEMS, ADD ->
                Item.words(next == null ? terms.items() : termsOfNext().items());
            case DAY -> nextWords();
            case CYCLE -> cycle.rule().sentence();
            case ADDRESS -> Wish.To.words(terms.recipient());
            case SLOT -> Wish.At.words(terms.slot());
            case PAYMENT -> BilingualText.named("method", terms.method().name());
            default -> stateWords();
        };
    }

    private BilingualText nextWords() {
        return next == null ? stateWords() : BilingualText.of("subscription.next-is", next.turn(), next.delivery());
    }

    private BilingualText stateWords() {
        var name = BilingualText.of("status.subscription." + state);
        if (pause == null || state != SubscriptionState.PAUSED) {
            return name;
        }
        if (pause.turns() != null) {
            return BilingualText.of("subscription.paused.turns", pause.turns());
        }
        return pause.until() == null ? name : BilingualText.of("subscription.paused.until", pause.until());
    }

    public SubscriptionNumber number() {
        return number;
    }

    public CustomerNumber customer() {
        return customer;
    }

    public SubscriptionState state() {
        return state;
    }

    public Cycle cycle() {
        return cycle;
    }

    public Terms terms() {
        return terms;
    }

    public Optional<Pause> pause() {
        return Optional.ofNullable(pause);
    }

    public Optional<NextTurn> next() {
        return Optional.ofNullable(next);
    }

    public List<ReservedWish> reserved() {
        return reserved;
    }

    Optional<LocalDate> lastDelivery() {
        return Optional.ofNullable(lastDelivery);
    }

    /** Why it was stopped since it was read. */
    Optional<BilingualText> stopReason() {
        return Optional.ofNullable(stopReason);
    }

    long version() {
        return version;
    }

    /** Turns that were decided on since it was read. */
    List<DecidedTurn> decided() {
        return List.copyOf(decided);
    }

    List<Long> applied() {
        return List.copyOf(applied);
    }

    List<Long> withdrawn() {
        return List.copyOf(withdrawn);
    }

    /** What was changed since it was read. */
    List<SubscriptionChange> changes() {
        return List.copyOf(changes);
    }
}
