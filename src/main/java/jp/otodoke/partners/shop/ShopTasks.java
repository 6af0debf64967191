package jp.otodoke.partners.shop;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.TaskReason;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.partners.exchange.MessageSubject;
import jp.otodoke.partners.exchange.OwnTasks;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.platform.personal.Masking;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** Creates tasks about orders of a shop's file that need a person. */
@Component
class ShopTasks {
    /** The values quoted by these mistakes are personal data. */
    private static final Set<String> QUOTES_PERSONS =
            Set.of("not-a-postal-code", "unknown-prefecture", "not-a-phone", "not-an-email", "not-kana", "differs");

    /** A customer is waiting for an order that exists only at the shop. */
    private static final Duration TIME_TO_IMPORT = Duration.ofHours(4);

    /** Of one order; its form shows all of them. */
    private static final int MISTAKES_SHOWN = 50;

    private static final Duration TIME_TO_COMPARE = Duration.ofDays(1);

    private final Inbox inbox;
    private final ShopOrders known;
    private final OwnTasks ownTasks;
    private final BusinessClock clock;

    ShopTasks(Inbox inbox, ShopOrders known, OwnTasks ownTasks, BusinessClock clock) {
        this.inbox = inbox;
        this.known = known;
        this.ownTasks = ownTasks;
        this.clock = clock;
    }

    /**
     * One task per order and content: the same mistake in tomorrow's file belongs to the same task. A dry run leaves
     * none.
     */
    void rejected(String channel, OrderOutcome orderOutcome, SourceFile file) {
        var message = file.messageId();
        if (message == null || !ownTasks.grant(message)) {
            return;
        }
        var order = orderOutcome.order();
        var key = key(channel, order);
        if (known.addRejection(key, channel, order.number())) {
            supersede(channel, order.number(), key);
            inbox.open(NewTask.of(
                            RejectedOrderTask.TYPE,
                            key,
                            ShopOrderSubject.of(channel, order.number()),
                            new TaskReason(
                                    rejected(orderOutcome, file, p -> p),
                                    rejected(orderOutcome, file, ShopTasks::masked)))
                    .linkedTo(message(file))
                    .dueAt(clock.instant().plus(TIME_TO_IMPORT))
                    .urgent(1)
                    .worth(order.order().worth()));
        }
    }

    /** What the shop said of the order before is obsolete: nobody imports it any more from there. */
    private void supersede(String channel, String number, String key) {
        if (!number.isEmpty()) {
            known.takeRejections(channel, number, key).forEach(inbox::resolve);
        }
    }

    static String key(String channel, ReadOrder order) {
        return RejectedOrderTask.TYPE + ":" + channel + ":" + order.number() + ":" + order.contentHash();
    }

    void changed(String channel, ReadOrder order, OrderNumber orderNumber, SourceFile file) {
        inbox.open(NewTask.of(
                        ChangedOrderTask.TYPE,
                        ChangedOrderTask.TYPE + ":" + channel + ":" + order.number() + ":" + order.contentHash(),
                        OrderSubject.of(orderNumber),
                        BilingualText.of(
                                "shop.task.changed",
                                file.name(),
                                String.valueOf(order.line()),
                                order.number(),
                                orderNumber))
                .linkedTo(message(file))
                .dueAt(clock.instant().plus(TIME_TO_COMPARE)));
    }

    /**
     * Each time that a shop takes an order back is news.
     *
     * @param situation of the order after the report: held, going-on or shipped
     */
    void reversed(
            String type,
            String channel,
            ReadOrder order,
            ShopStatus.Reversal reversal,
            OrderNumber orderNumber,
            String situation,
            SourceFile file) {
        inbox.close(type, OrderSubject.of(orderNumber));
        inbox.open(NewTask.of(
                        type,
                        type + ":" + channel + ":" + order.number() + ":" + file.messageId(),
                        OrderSubject.of(orderNumber),
                        BilingualText.of(
                                "shop.task.reversed",
                                file.name(),
                                String.valueOf(order.line()),
                                order.number(),
                                orderNumber,
                                BilingualText.of("shop.reversal." + reversal),
                                BilingualText.of("shop.reversal.now." + situation)))
                .linkedTo(message(file))
                .dueAt(clock.instant().plus(TIME_TO_IMPORT))
                .urgent(1));
    }

    /** The orders have been imported: tasks about earlier mistakes are obsolete. */
    void settled(String channel, Collection<String> numbers) {
        known.takeRejections(channel, numbers).forEach(inbox::close);
    }

    /** The same mistake without the quoted value. */
    private static Mistake masked(Mistake mistake) {
        return QUOTES_PERSONS.contains(mistake.reason())
                ? Mistake.of(
                        mistake.line(),
                        mistake.field(),
                        mistake.code(),
                        mistake.reason(),
                        mistake.arguments().stream()
                                .map(quoted -> quoted.matches("\\d{1,6}") ? quoted : Masking.HIDDEN)
                                .toArray(String[]::new))
                : mistake;
    }

    /** The mistakes; its rows are shown as an order to be corrected. */
    private BilingualText rejected(OrderOutcome orderOutcome, SourceFile file, UnaryOperator<Mistake> mistake) {
        return BilingualText.of(
                "shop.task.rejected", file.name(), orderOutcome.order().number(), problems(orderOutcome, mistake));
    }

    private BilingualText problems(OrderOutcome orderOutcome, UnaryOperator<Mistake> mistake) {
        return BilingualText.joined(
                "\n",
                orderOutcome.problems().stream()
                        .limit(MISTAKES_SHOWN)
                        .map(mistake)
                        .map(p -> BilingualText.of(
                                "shop.task.problem", String.valueOf(p.line()), p.field(), ProblemTexts.of(p)))
                        .toList());
    }

    private static List<Subject> message(SourceFile file) {
        return file.messageId() == null ? List.of() : List.of(MessageSubject.of(file.messageId()));
    }
}
