package jp.otodoke.subscriptions.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import jp.otodoke.subscriptions.ChangeSubscription;
import jp.otodoke.subscriptions.ChangeSubscription.Change;
import jp.otodoke.subscriptions.FindSubscriptions;
import jp.otodoke.subscriptions.StartSubscription;
import jp.otodoke.subscriptions.SubscriptionHistory;
import jp.otodoke.subscriptions.SubscriptionNumber;
import jp.otodoke.subscriptions.SubscriptionState;
import jp.otodoke.subscriptions.Subscriptions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API of subscriptions. */
@RestController
@RequestMapping("/api/v1/subscriptions")
class SubscriptionsApi {
    private static final int PAST = 200;
    private static final int COMING = 12;
    private static final int LONGEST_REASON = 500;

    private final FindSubscriptions find;
    private final Subscriptions subscriptions;
    private final SubscriptionHistory history;
    private final StartSubscription start;
    private final ChangeSubscription change;
    private final ReadSubscription read;
    private final RetryOnConflict retryOnConflict;
    private final CurrentStaff staff;

    SubscriptionsApi(
            FindSubscriptions find,
            Subscriptions subscriptions,
            SubscriptionHistory history,
            StartSubscription start,
            ChangeSubscription change,
            ReadSubscription read,
            RetryOnConflict retryOnConflict,
            CurrentStaff staff) {
        this.find = find;
        this.subscriptions = subscriptions;
        this.history = history;
        this.start = start;
        this.change = change;
        this.read = read;
        this.retryOnConflict = retryOnConflict;
        this.staff = staff;
    }

    @GetMapping
    Paged<SubscriptionJson.Summary> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable SubscriptionState state,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable PaymentMethod method,
            @RequestParam(required = false) @Nullable String sku,
            @RequestParam(required = false) @Nullable LocalDate dueFrom,
            @RequestParam(required = false) @Nullable LocalDate dueUntil,
            PageQuery page) {
        var filter = new FindSubscriptions.Filter(
                TextNormalizer.orNull(q),
                staff.may(Permission.PERSONAL_VIEW),
                state,
                customer == null || customer.isBlank() ? null : CustomerNumber.of(customer),
                method,
                sku == null || sku.isBlank() ? null : Sku.of(sku),
                dueFrom,
                dueUntil);
        var sort = page.sort(FindSubscriptions.SORTING).asWritten();
        return Paged.of(
                find.list(filter, sort, page.offset(), page.size()).stream()
                        .map(SubscriptionJson.Summary::of)
                        .toList(),
                page,
                find.count(filter));
    }

    /** With its turns past and coming. */
    @GetMapping("/{number}")
    @Transactional(readOnly = true)
    SubscriptionJson.Body show(@PathVariable SubscriptionNumber number) {
        var one = subscriptions.get(number);
        var row = find.find(number).orElseThrow(() -> Refusal.notFound("subscription.not-found", number));
        return SubscriptionJson.Body.of(row, one, history.turns(number, PAST), one.coming(COMING));
    }

    @PostMapping
    ResponseEntity<SubscriptionJson.Body> start(@RequestBody SubscriptionRequest.Start asked) {
        var number = start.start(read.start(asked), staff.name());
        return ResponseEntity.created(URI.create("/api/v1/subscriptions/" + number))
                .body(show(number));
    }

    /** Other items, quantities, cycle, address, payment or day, for one turn or from one on. */
    @PatchMapping("/{number}")
    SubscriptionJson.Body change(
            @PathVariable SubscriptionNumber number, @RequestBody SubscriptionRequest.Change asked) {
        var wishes = read.change(asked, subscriptions.get(number).customer());
        return changed(number, wishes.in(change), asked.reason());
    }

    @PostMapping("/{number}/skip")
    SubscriptionJson.Body skip(
            @PathVariable SubscriptionNumber number, @RequestBody(required = false) @Nullable Skip asked) {
        int turns = asked == null || asked.turns() == null ? 1 : asked.turns();
        return changed(number, change.skip(turns), asked == null ? null : asked.reason());
    }

    /** For so many turns, until a day, or without end. */
    @PostMapping("/{number}/pause")
    SubscriptionJson.Body pause(
            @PathVariable SubscriptionNumber number, @RequestBody(required = false) @Nullable PauseAsked asked) {
        return changed(number, pause(asked), asked == null ? null : asked.reason());
    }

    private Change pause(@Nullable PauseAsked asked) {
        var problems = new ArrayList<FieldProblem>();
        var until = asked == null ? null : ReadSubscription.day("until", asked.until(), false, problems);
        if (until != null && asked != null && asked.turns() != null) {
            problems.add(ReadSubscription.required("turns"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        if (until != null) {
            return change.pauseUntil(until);
        }
        return asked == null || asked.turns() == null ? change.pauseWithoutEnd() : change.pauseTurns(asked.turns());
    }

    @PostMapping("/{number}/resume")
    SubscriptionJson.Body resume(
            @PathVariable SubscriptionNumber number, @RequestBody(required = false) @Nullable Reason asked) {
        return changed(number, change.resume(), asked == null ? null : asked.reason());
    }

    /** At once, or from a day on. */
    @PostMapping("/{number}/stop")
    SubscriptionJson.Body stop(
            @PathVariable SubscriptionNumber number, @RequestBody(required = false) @Nullable StopAsked asked) {
        var problems = new ArrayList<FieldProblem>();
        var reason = asked == null ? "" : TextNormalizer.clean(asked.reason());
        if (reason.isEmpty()) {
            problems.add(ReadSubscription.required("reason"));
        }
        ReadSubscription.atMost(LONGEST_REASON, "reason", reason, problems);
        var from = asked == null ? null : ReadSubscription.day("from", asked.from(), false, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return changed(number, change.stop(reason, from), reason);
    }

    /** The payment failed: turns pass without an order until it is resumed. */
    @PostMapping("/{number}/payment-stop")
    SubscriptionJson.Body paymentStop(
            @PathVariable SubscriptionNumber number, @RequestBody(required = false) @Nullable Reason asked) {
        return changed(number, change.stopForPayment(), asked == null ? null : asked.reason());
    }

    /** A reserved change or stop is not wanted any more. */
    @PostMapping("/{number}/reserved-changes/{id}/withdraw")
    SubscriptionJson.Body withdraw(@PathVariable SubscriptionNumber number, @PathVariable long id) {
        return changed(number, change.withdraw(id), null);
    }

    private SubscriptionJson.Body changed(SubscriptionNumber number, Change what, @Nullable String reason) {
        var problems = new ArrayList<FieldProblem>();
        ReadSubscription.atMost(LONGEST_REASON, "reason", reason, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return retryOnConflict.inTransaction(() -> {
            change.change(number, what, TextNormalizer.orNull(reason), staff.name());
            return show(number);
        });
    }

    @Schema(name = "SkipTurns")
    record Skip(@Schema(example = "1") @Nullable Integer turns, @Nullable String reason) {}

    @Schema(name = "PauseSubscription", description = "Either turns or until; without both it is paused without end")
    record PauseAsked(
            @Schema(example = "3") @Nullable Integer turns,
            @Schema(example = "2027-03-01") @Nullable String until,
            @Nullable String reason) {}

    @Schema(name = "StopSubscription")
    record StopAsked(
            @Nullable String reason,
            @Schema(example = "2027-03-01", description = "Nothing is delivered from that day on; at once without it")
                    @Nullable
                    String from) {}

    @Schema(name = "SubscriptionReason")
    record Reason(@Nullable String reason) {}
}
