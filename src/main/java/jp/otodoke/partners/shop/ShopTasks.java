package jp.otodoke.partners.shop;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Words;
import jp.otodoke.shared.csv.Mistake;
import jp.otodoke.shared.personal.Mask;
import jp.otodoke.workflow.Inbox;
import jp.otodoke.workflow.NewTask;
import jp.otodoke.workflow.TaskReason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells staff about orders of a shop's file that need a person. */
@Component
class ShopTasks {
    static final String REJECTED = "row-rejected";

    private static final String GROUP = "orders";
    private static final int ROWS_SHOWN = 5;

    /** What is quoted in these was written about a person. */
    private static final Set<String> QUOTES_PERSONS =
            Set.of("not-a-postal-code", "unknown-prefecture", "not-a-phone", "not-an-email", "not-kana", "differs");

    /** A customer waits for an order that nobody has but the shop. */
    private static final Duration TO_RESCUE = Duration.ofHours(4);

    private static final Duration TO_COMPARE = Duration.ofDays(1);

    private final Inbox inbox;
    private final ShopOrders known;
    private final BusinessClock clock;

    ShopTasks(Inbox inbox, ShopOrders known, BusinessClock clock) {
        this.inbox = inbox;
        this.known = known;
        this.clock = clock;
    }

    /** One task per order and content: the same mistake in tomorrow's file is the same task. */
    void rejected(String channel, Taken taken, SourceFile file) {
        var order = taken.order();
        var key = key(channel, order);
        if (known.addRejection(key, channel, order.number())) {
            inbox.open(new NewTask(
                    key,
                    REJECTED,
                    GROUP,
                    new TaskReason(
                            rejected(taken, file, p -> p, cell -> cell),
                            rejected(taken, file, ShopTasks::masked, ShopTasks::masked)),
                    List.of(),
                    clock.instant().plus(TO_RESCUE),
                    1,
                    subject(file),
                    order.order().worth()));
        }
    }

    static String key(String channel, ReadOrder order) {
        return REJECTED + ":" + channel + ":" + order.number() + ":" + order.contentHash();
    }

    void changed(String channel, ReadOrder order, String orderNumber, SourceFile file) {
        inbox.open(new NewTask(
                "order-changed-at-shop:" + channel + ":" + order.number() + ":" + order.contentHash(),
                "order-changed-at-shop",
                GROUP,
                Words.of("shop.task.changed", file.name(), String.valueOf(order.line()), order.number(), orderNumber),
                List.of(orderNumber),
                clock.instant().plus(TO_COMPARE),
                0,
                subject(file)));
    }

    /** The order has come in good shape: what was wrong before needs nobody any more. */
    void settled(String channel, String number) {
        known.takeRejections(channel, number).forEach(inbox::close);
    }

    /** The same mistake without what was written. */
    private static Mistake masked(Mistake mistake) {
        return QUOTES_PERSONS.contains(mistake.reason())
                ? Mistake.of(
                        mistake.line(),
                        mistake.field(),
                        mistake.code(),
                        mistake.reason(),
                        mistake.arguments().stream()
                                .map(quoted -> quoted.matches("\\d{1,6}") ? quoted : Mask.HIDDEN)
                                .toArray(String[]::new))
                : mistake;
    }

    /** A phone number that is none may still tell whose it is. */
    private static String masked(String cell) {
        return cell.matches("\\+?[(0][\\d()\\- ]{5,}") ? Mask.HIDDEN : Mask.raw(cell);
    }

    /** The mistakes, and the rows that they are in as they stand in the file. */
    private Words rejected(Taken taken, SourceFile file, UnaryOperator<Mistake> mistake, UnaryOperator<String> cell) {
        return Words.of(
                "shop.task.rejected", file.name(), taken.order().number(), problems(taken, mistake), rows(taken, cell));
    }

    private Words problems(Taken taken, UnaryOperator<Mistake> mistake) {
        return Words.joined(
                "\n",
                taken.problems().stream()
                        .map(mistake)
                        .map(p ->
                                Words.of("shop.task.problem", String.valueOf(p.line()), p.field(), ProblemTexts.of(p)))
                        .toList());
    }

    private static String rows(Taken taken, UnaryOperator<String> shown) {
        var lines = taken.problems().stream().map(Mistake::line).collect(Collectors.toSet());
        return taken.order().rows().stream()
                .filter(row -> lines.contains(row.line()))
                .limit(ROWS_SHOWN)
                .map(row -> row.line() + ": " + row.readable(shown))
                .collect(Collectors.joining("\n"));
    }

    private static @Nullable String subject(SourceFile file) {
        return file.messageId() == null ? null : file.messageId().toString();
    }
}
