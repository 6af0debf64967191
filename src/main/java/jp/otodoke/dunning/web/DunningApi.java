package jp.otodoke.dunning.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import jp.otodoke.dunning.DunningCase;
import jp.otodoke.dunning.DunningCases;
import jp.otodoke.dunning.DunningCause;
import jp.otodoke.dunning.DunningStep;
import jp.otodoke.dunning.DunningSteps;
import jp.otodoke.dunning.PromisePayment;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API of what is overdue or has failed. */
@RestController
@RequestMapping("/api/v1/dunning-cases")
class DunningApi {
    private final DunningCases cases;
    private final DunningSteps steps;
    private final PromisePayment promisePayment;
    private final RetryOnConflict retryOnConflict;
    private final CurrentStaff staff;

    DunningApi(
            DunningCases cases,
            DunningSteps steps,
            PromisePayment promisePayment,
            RetryOnConflict retryOnConflict,
            CurrentStaff staff) {
        this.cases = cases;
        this.steps = steps;
        this.promisePayment = promisePayment;
        this.retryOnConflict = retryOnConflict;
        this.staff = staff;
    }

    @GetMapping
    Paged<Item> list(
            @RequestParam(required = false) DunningCase.@Nullable State state,
            @RequestParam(required = false) @Nullable DunningCause cause,
            @RequestParam(required = false) @Nullable PaymentMethod method,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String receivable,
            @RequestParam(required = false) @Nullable LocalDate day,
            PageQuery page) {
        var filter = new DunningCases.Filter(state, cause, method, customer, receivable, day);
        var sort = page.sort(DunningCases.SORTING).asWritten();
        return Paged.of(
                cases.list(filter, sort, page.offset(), page.size()).stream()
                        .map(Item::of)
                        .toList(),
                page,
                cases.count(filter));
    }

    @GetMapping("/{id}")
    Body show(@PathVariable long id) {
        return body(cases.get(id));
    }

    /** The customer has promised to pay by that day; nothing is demanded before. */
    @PostMapping("/{id}/promise")
    Body promise(@PathVariable long id, @RequestBody(required = false) @Nullable Promised promised) {
        var until = promised == null ? null : promised.until();
        return body(retryOnConflict.inTransaction(() -> promisePayment.promise(id, until, staff.name())));
    }

    private Body body(DunningCase one) {
        return new Body(
                Item.of(one), steps.of(one.id()).stream().map(StepBody::of).toList());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atZone(BusinessClock.TOKYO).toOffsetDateTime();
    }

    record Promised(@Nullable LocalDate until) {}

    /**
     * @param amount yen that are open, or were when it was opened if it has ended
     * @param nextStep null if nothing is planned
     * @param outcome null while it goes on
     */
    record Item(
            long id,
            String receivable,
            String kind,
            @Nullable String orderNumber,
            @Nullable String customer,
            String method,
            long amount,
            String cause,
            String state,
            String stage,
            @Nullable String nextStep,
            @Nullable OffsetDateTime nextAt,
            @Nullable LocalDate promisedUntil,
            @Nullable String pauseReason,
            @Nullable String outcome,
            @Nullable OffsetDateTime openedAt,
            @Nullable OffsetDateTime endedAt) {
        static Item of(DunningCase one) {
            return new Item(
                    one.id(),
                    one.receivable().value(),
                    one.kind().name(),
                    one.order().map(OrderNumber::value).orElse(null),
                    one.customer().map(CustomerNumber::value).orElse(null),
                    one.method().name(),
                    one.shownAmount().amount(),
                    one.cause().name(),
                    one.state().name(),
                    one.stage(),
                    name(one.nextStep()),
                    at(one.nextAt()),
                    one.promisedUntil(),
                    name(one.pauseReason()),
                    name(one.outcome()),
                    at(one.openedAt()),
                    at(one.endedAt()));
        }

        private static @Nullable String name(@Nullable Enum<?> word) {
            return word == null ? null : word.name();
        }
    }

    /** @param steps what was done and what is planned */
    record Body(@JsonUnwrapped Item item, List<StepBody> steps) {}

    record StepBody(
            String kind,
            @Nullable OffsetDateTime plannedAt,
            String state,
            @Nullable OffsetDateTime doneAt,
            @Nullable String result) {
        static StepBody of(DunningStep step) {
            return new StepBody(
                    step.kind().name(), at(step.plannedAt()), step.state().name(), at(step.doneAt()), step.result());
        }
    }
}
