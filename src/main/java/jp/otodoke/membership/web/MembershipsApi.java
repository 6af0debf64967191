package jp.otodoke.membership.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.otodoke.membership.Due;
import jp.otodoke.membership.JoinMembership;
import jp.otodoke.membership.Membership;
import jp.otodoke.membership.MembershipChange;
import jp.otodoke.membership.MembershipState;
import jp.otodoke.membership.Memberships;
import jp.otodoke.membership.ResumeMembership;
import jp.otodoke.membership.SuspendMembership;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API of members. */
@RestController
@RequestMapping("/api/v1/memberships")
class MembershipsApi {
    private final Memberships memberships;
    private final JoinMembership joinMembership;
    private final SuspendMembership suspendMembership;
    private final ResumeMembership resumeMembership;
    private final BusinessClock clock;

    MembershipsApi(
            Memberships memberships,
            JoinMembership joinMembership,
            SuspendMembership suspendMembership,
            ResumeMembership resumeMembership,
            BusinessClock clock) {
        this.memberships = memberships;
        this.joinMembership = joinMembership;
        this.suspendMembership = suspendMembership;
        this.resumeMembership = resumeMembership;
        this.clock = clock;
    }

    @GetMapping
    Paged<Row> list(
            @RequestParam(required = false) @Nullable MembershipState state,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String customer,
            PageQuery page) {
        var filter = new Memberships.Filter(state, TextNormalizer.orNull(plan), TextNormalizer.orNull(customer));
        var sort = page.sort(Memberships.SORTING).asWritten();
        return Paged.of(
                memberships.list(filter, sort, page.offset(), page.size()).stream()
                        .map(this::row)
                        .toList(),
                page,
                memberships.count(filter));
    }

    @GetMapping("/{number}")
    Body show(@PathVariable String number) {
        var one = memberships.get(number);
        return new Body(
                one.number(),
                one.customer().value(),
                one.plan(),
                one.state().name(),
                one.joinedOn(),
                one.validUntil(),
                one.since(),
                one.tenureDays(clock.today()),
                memberships.dues(number).stream().map(DueBody::of).toList(),
                memberships.changes(number).stream().map(ChangeBody::of).toList());
    }

    /** Makes a customer a member; the dues of the period of today are charged. */
    @PostMapping
    ResponseEntity<Body> join(@RequestBody Asked asked) {
        var number = asked.join(joinMembership, clock.today());
        return ResponseEntity.created(URI.create("/api/v1/memberships/" + number))
                .body(show(number));
    }

    /** 休止: nothing more is charged or sent, at once; dues that are open are taken back. */
    @PostMapping("/{number}/suspend")
    Body suspend(@PathVariable String number, @RequestBody(required = false) @Nullable Reason why) {
        suspendMembership.suspend(number, Reason.of(why));
        return show(number);
    }

    /** 復帰: with the same number; a period that is paid and not over goes on, otherwise a new one begins today. */
    @PostMapping("/{number}/resume")
    Body resume(@PathVariable String number) {
        resumeMembership.resume(number);
        return show(number);
    }

    /** 退会. */
    @PostMapping("/{number}/withdraw")
    Body withdraw(@PathVariable String number, @RequestBody(required = false) @Nullable Reason why) {
        suspendMembership.withdraw(number, Reason.of(why));
        return show(number);
    }

    private Row row(Membership one) {
        return new Row(
                one.number(),
                one.customer().value(),
                one.plan(),
                one.state().name(),
                one.joinedOn(),
                one.validUntil(),
                one.since(),
                one.tenureDays(clock.today()));
    }

    record Reason(@Nullable String reason) {
        static @Nullable String of(@Nullable Reason given) {
            var text = given == null ? null : TextNormalizer.orNull(given.reason());
            if (text != null && text.length() > 500) {
                throw new InvalidInput("reason", "too-long", BilingualText.of("membership.problem.reason.too-long"));
            }
            return text;
        }
    }

    /** @param joinedOn today unless given */
    record Asked(
            @Schema(example = "C0000123") @Nullable String customer,
            @Schema(example = "GOLD") @Nullable String plan,
            @Nullable LocalDate joinedOn) {
        private String join(JoinMembership joinMembership, LocalDate today) {
            var missing = new ArrayList<FieldProblem>();
            var who = required(TextNormalizer.orNull(customer), "customer", missing);
            var what = required(TextNormalizer.orNull(plan), "plan", missing);
            if (who == null || what == null) {
                throw new InvalidInput(missing);
            }
            return joinMembership.join(CustomerNumber.of(who), what, Objects.requireNonNullElse(joinedOn, today));
        }

        private static @Nullable String required(@Nullable String value, String field, List<FieldProblem> missing) {
            if (value == null) {
                missing.add(new FieldProblem(field, "required", BilingualText.of("plan.problem.required")));
            }
            return value;
        }
    }

    /**
     * @param validUntil the last day of the period for which dues were charged; null for life
     * @param since when it has this state
     * @param tenureDays as a member, absences left out
     */
    record Row(
            String number,
            String customer,
            String plan,
            String state,
            LocalDate joinedOn,
            @Nullable LocalDate validUntil,
            LocalDate since,
            long tenureDays) {}

    /**
     * @param dues newest first
     * @param changes oldest first
     */
    record Body(
            String number,
            String customer,
            String plan,
            String state,
            LocalDate joinedOn,
            @Nullable LocalDate validUntil,
            LocalDate since,
            long tenureDays,
            List<DueBody> dues,
            List<ChangeBody> changes) {}

    /**
     * @param from first day of the period
     * @param until last day of the period; null for life
     * @param amount zero if they were taken back
     */
    record DueBody(
            LocalDate from,
            @Nullable LocalDate until,
            String receivable,
            long amount,
            long paid,
            @Nullable LocalDate dueDate,
            String status) {
        static DueBody of(Due due) {
            return new DueBody(
                    due.first(),
                    due.last(),
                    due.receivable().value(),
                    due.amount().amount(),
                    due.paid().amount(),
                    due.dueOn(),
                    due.status());
        }
    }

    record ChangeBody(String what, String state, LocalDate day, @Nullable String reason, OffsetDateTime at, String by) {
        static ChangeBody of(MembershipChange change) {
            return new ChangeBody(
                    change.what().name(),
                    change.state().name(),
                    change.day(),
                    change.reason(),
                    change.at().atZone(BusinessClock.TOKYO).toOffsetDateTime(),
                    change.by());
        }
    }
}
