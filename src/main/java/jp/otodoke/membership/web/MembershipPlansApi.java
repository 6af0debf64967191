package jp.otodoke.membership.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.otodoke.membership.DuesPeriod;
import jp.otodoke.membership.MembershipPlan;
import jp.otodoke.membership.MembershipPlans;
import jp.otodoke.membership.SavePlan;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** API of plans: what members pay. */
@RestController
@RequestMapping("/api/v1/membership-plans")
class MembershipPlansApi {
    private final MembershipPlans plans;
    private final SavePlan savePlan;

    MembershipPlansApi(MembershipPlans plans, SavePlan savePlan) {
        this.plans = plans;
        this.savePlan = savePlan;
    }

    @GetMapping
    Paged<Body> list(PageQuery page) {
        var sort = page.sort(MembershipPlans.SORTING).asWritten();
        return Paged.of(
                plans.list(sort, page.offset(), page.size()).stream()
                        .map(Body::of)
                        .toList(),
                page,
                plans.count());
    }

    @GetMapping("/{code}")
    Body show(@PathVariable String code) {
        return Body.of(plans.get(code));
    }

    @PostMapping
    ResponseEntity<Body> add(@RequestBody Body body) {
        var plan = body.read();
        savePlan.add(plan);
        return ResponseEntity.created(URI.create("/api/v1/membership-plans/" + plan.code()))
                .body(show(plan.code()));
    }

    /** All of it; what is left out takes its usual value. */
    @PutMapping("/{code}")
    Body replace(@PathVariable String code, @RequestBody Body body) {
        plans.get(code);
        savePlan.change(body.withCode(code).read());
        return show(code);
    }

    /** What is left out stays as it is. */
    @PatchMapping("/{code}")
    Body change(@PathVariable String code, @RequestBody Body body) {
        savePlan.change(body.over(Body.of(plans.get(code))).read());
        return show(code);
    }

    /** Removes one by which nobody is or was a member; 409 for others. */
    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String code) {
        savePlan.remove(code);
    }

    /**
     * @param dues yen for a period, tax included
     * @param taxRate percent; 10 unless given
     * @param dueDay of the month, 1 to 31; 27 unless given
     * @param graceDays after that day; 60 unless given
     * @param active whether somebody may join by it; true unless given
     * @param members how many there are; not written
     */
    record Body(
            @Schema(example = "GOLD") @Nullable String code,
            @Schema(example = "Gold") @Nullable String name,
            @Schema(example = "3300") @Nullable Long dues,
            @Nullable Integer taxRate,
            @Nullable DuesPeriod period,
            @Schema(example = "27") @Nullable Integer dueDay,
            @Nullable Integer graceDays,
            @Nullable Boolean active,
            @Nullable Long members) {
        private static final int USUAL_RATE = 10;
        private static final int USUAL_DAY = 27;
        private static final int USUAL_GRACE = 60;

        static Body of(MembershipPlans.PlanRow row) {
            var plan = row.plan();
            return new Body(
                    plan.code(),
                    plan.name(),
                    plan.dues().amount(),
                    plan.taxRate(),
                    plan.period(),
                    plan.dueDay(),
                    plan.graceDays(),
                    plan.active(),
                    row.members());
        }

        Body withCode(String known) {
            return new Body(known, name, dues, taxRate, period, dueDay, graceDays, active, members);
        }

        Body over(Body before) {
            return new Body(
                    before.code,
                    Objects.requireNonNullElse(name, before.name),
                    dues == null ? before.dues : dues,
                    taxRate == null ? before.taxRate : taxRate,
                    period == null ? before.period : period,
                    dueDay == null ? before.dueDay : dueDay,
                    graceDays == null ? before.graceDays : graceDays,
                    active == null ? before.active : active,
                    members);
        }

        /** @throws InvalidInput naming what is missing */
        MembershipPlan read() {
            var missing = new ArrayList<FieldProblem>();
            var known = required(TextNormalizer.orNull(code), "code", missing);
            var called = required(TextNormalizer.orNull(name), "name", missing);
            var yen = required(dues, "dues", missing);
            var length = required(period, "period", missing);
            if (known == null || called == null || yen == null || length == null) {
                throw new InvalidInput(missing);
            }
            return new MembershipPlan(
                    known,
                    called,
                    Yen.of(yen),
                    Objects.requireNonNullElse(taxRate, USUAL_RATE),
                    length,
                    Objects.requireNonNullElse(dueDay, USUAL_DAY),
                    Objects.requireNonNullElse(graceDays, USUAL_GRACE),
                    !Boolean.FALSE.equals(active));
        }

        private static <T> @Nullable T required(@Nullable T value, String field, List<FieldProblem> missing) {
            if (value == null) {
                missing.add(new FieldProblem(field, "required", BilingualText.of("plan.problem.required")));
            }
            return value;
        }
    }
}
