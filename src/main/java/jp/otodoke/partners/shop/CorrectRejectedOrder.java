package jp.otodoke.partners.shop;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import jp.otodoke.inbox.CompleteTask;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.Preparation;
import jp.otodoke.orders.PreparationFallback;
import jp.otodoke.orders.Timeline;
import jp.otodoke.partners.exchange.ExchangedMessages;
import jp.otodoke.partners.exchange.MessageSubject;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.AuditTrail;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a person correct the rows of a rejected order, which is then imported as if the file had contained the
 * corrected rows: read and checked by the same code, and a repetition is still one order.
 */
@Component
public class CorrectRejectedOrder {
    private static final Logger log = LoggerFactory.getLogger(CorrectRejectedOrder.class);

    private final Tasks tasks;
    private final ShopOrders known;
    private final OrderFormats formats;
    private final ExchangedMessages messages;
    private final OrderChecks checks;
    private final PlaceShopOrders placeShopOrders;
    private final CompleteTask complete;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final CurrentStaff staff;
    private final TransactionTemplate transaction;

    CorrectRejectedOrder(
            Tasks tasks,
            ShopOrders known,
            OrderFormats formats,
            ExchangedMessages messages,
            OrderChecks checks,
            PlaceShopOrders placeShopOrders,
            CompleteTask complete,
            Timeline timeline,
            AuditTrail audit,
            CurrentStaff staff,
            TransactionTemplate transaction) {
        this.tasks = tasks;
        this.known = known;
        this.formats = formats;
        this.messages = messages;
        this.checks = checks;
        this.placeShopOrders = placeShopOrders;
        this.complete = complete;
        this.timeline = timeline;
        this.audit = audit;
        this.staff = staff;
        this.transaction = transaction;
    }

    /** The order with what is wrong with it now; empty where its file is not kept. */
    public Optional<RejectedOrder> show(OpenTask task) {
        if (!staff.may(Permission.ORDERS_EDIT)) {
            return Optional.empty();
        }
        return find(task).map(rejected -> {
            var order = rejected.order();
            return new RejectedForm(order)
                    .show(rejected.file().name(), order.number(), order.rows(), problems(rejected, order));
        });
    }

    /**
     * @param typed by the names of the form's fields
     * @throws Refusal if the task is not the person's or no longer open (conflict), or the person lacks the
     *     permission
     */
    public Outcome correct(OpenTask task, Map<String, String> typed) {
        if (!staff.may(Permission.ORDERS_EDIT)) {
            throw Refusal.forbidden("shop.correct.not-allowed");
        }
        var rejected = find(task).orElseThrow(() -> Refusal.notFound("task.not-found", task.id()));
        var form = new RejectedForm(rejected.order());
        var rows = form.typed(typed);
        var read = rejected.format().read(rows);
        var corrected = read.number().isEmpty() ? read.nameless() : read;
        try {
            var problems = problems(rejected, corrected);
            return problems.isEmpty()
                    ? take(task, rejected, form, corrected)
                    : wrong(rejected, form, corrected, problems);
        } catch (InvalidInput refused) {
            return wrong(rejected, form, corrected, OrderProblems.of(corrected, refused.problems()));
        }
    }

    private Outcome take(OpenTask task, Rejected rejected, RejectedForm form, ReadOrder corrected) {
        return PreparationFallback.place(preparation -> take(task, rejected, form, corrected, preparation));
    }

    private Outcome take(
            OpenTask task, Rejected rejected, RejectedForm form, ReadOrder corrected, Preparation preparation) {
        var channel = rejected.format().channel();
        return Objects.requireNonNull(transaction.execute(status -> {
            known.removeRejection(tasks.key(task.id()));
            var outcome = placeShopOrders
                    .take(
                            rejected.format(),
                            rejected.file(),
                            List.of(corrected.replacing(rejected.order())),
                            preparation)
                    .get(0);
            if (outcome.state() == OrderOutcome.State.REJECTED) {
                status.setRollbackOnly();
                return wrong(rejected, form, corrected, outcome.problems());
            }
            var order = Objects.requireNonNull(
                    known.find(channel, List.of(corrected.number())).get(corrected.number()));
            known.corrected(channel, corrected.number(), corrected.contentHash());
            complete.settle(task.id(), "MENDED", staff.name(), OrderSubject.of(order.orderNumber()));
            var columns = changed(rejected.order().rows(), corrected.rows());
            timeline.add(order.orderNumber(), "MENDED", BilingualText.of("timeline.corrected", columns), staff.name());
            audit.record(
                    "row-corrected",
                    order.orderNumber().value(),
                    rejected.file().name() + ": " + columns.japanese());
            log.info("Order {} was imported after its rows were corrected", order.orderNumber());
            return new Outcome(order.orderNumber(), null);
        }));
    }

    private Outcome wrong(Rejected rejected, RejectedForm form, ReadOrder corrected, List<Mistake> problems) {
        return new Outcome(null, form.show(rejected.file().name(), corrected.number(), corrected.rows(), problems));
    }

    private List<Mistake> problems(Rejected rejected, ReadOrder order) {
        var taken =
                known.find(rejected.format().channel(), List.of(order.number())).get(order.number());
        return taken == null
                ? checks.problems(order, checks.known(List.of(order)))
                : List.of(order.problem(
                        order.columns().number(),
                        Mistake.INVALID,
                        "already-taken",
                        taken.orderNumber().value()));
    }

    private static BilingualText changed(List<CsvRow> before, List<CsvRow> after) {
        var sheet = before.get(0).header();
        Set<String> columns = new LinkedHashSet<>();
        for (int row = 0; row < before.size(); row++) {
            for (int place = 0; place < sheet.width(); place++) {
                if (!before.get(row).asWritten(place).equals(after.get(row).asWritten(place))) {
                    columns.add(sheet.nameAt(place));
                }
            }
        }
        return columns.isEmpty() ? BilingualText.asWritten("-") : BilingualText.list(columns);
    }

    private Optional<Rejected> find(OpenTask task) {
        var message = task.keys(MessageSubject.KIND).stream()
                .findFirst()
                .map(Long::valueOf)
                .orElse(null);
        if (message == null) {
            return Optional.empty();
        }
        var key = tasks.key(task.id());
        return known.rejected(key)
                .flatMap(one -> formats.ofChannel(one.channel()).flatMap(format -> {
                    var file = new SourceFile(message, messages.get(message).fileName());
                    return inFile(format, message, one.number(), key).map(order -> new Rejected(format, file, order));
                }));
    }

    private Optional<ReadOrder> inFile(OrderFormat format, long message, String number, String key) {
        Predicate<ReadOrder> wanted =
                order -> ShopTasks.key(format.channel(), order).equals(key);
        try (var content = messages.content(message)) {
            return OrderFile.find(format, content, number).stream()
                    .filter(wanted)
                    .findFirst()
                    .or(() -> OrderFile.read(format, content).stream()
                            .filter(wanted)
                            .findFirst());
        }
    }

    /** @param order as in the file */
    private record Rejected(OrderFormat format, SourceFile file, ReadOrder order) {}

    /** Either the number of the new order, or what is still wrong. */
    public record Outcome(@Nullable OrderNumber order, @Nullable RejectedOrder wrong) {}
}
