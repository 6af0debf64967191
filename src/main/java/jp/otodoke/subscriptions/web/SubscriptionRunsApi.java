package jp.otodoke.subscriptions.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.subscriptions.BeginSubscriptionRun;
import jp.otodoke.subscriptions.SubscriptionRun;
import jp.otodoke.subscriptions.SubscriptionRuns;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Runs that make the orders of turns: what one would do, beginning, stopping and going on. */
@RestController
@RequestMapping("/api/v1/subscription-runs")
class SubscriptionRunsApi {
    private final SubscriptionRuns runs;
    private final BeginSubscriptionRun begin;
    private final CurrentStaff staff;

    SubscriptionRunsApi(SubscriptionRuns runs, BeginSubscriptionRun begin, CurrentStaff staff) {
        this.runs = runs;
        this.begin = begin;
        this.staff = staff;
    }

    /** Newest first, in no other order. */
    @GetMapping
    Paged<Body> list(PageQuery page) {
        page.sort(Set.of("id"), "id,desc");
        return Paged.of(
                runs.list(page.offset(), page.size()).stream().map(Body::of).toList(), page, runs.count());
    }

    @GetMapping("/{run}")
    Body show(@PathVariable long run) {
        return Body.of(runs.get(run));
    }

    /** What a run would do; nothing is made. */
    @PostMapping("/preview")
    Preview preview(@RequestBody Asked asked) {
        var through = through(asked);
        begin.check(through);
        return Preview.of(runs.preview(through));
    }

    /** It goes on after the answer. */
    @PostMapping
    ResponseEntity<Body> begin(@RequestBody Asked asked) {
        long run = begin.byHand(through(asked), staff.name());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/subscription-runs/" + run))
                .body(show(run));
    }

    @PostMapping("/{run}/stop")
    Body stop(@PathVariable long run) {
        begin.stop(run, staff.name());
        return show(run);
    }

    @PostMapping("/{run}/continue")
    Body goOn(@PathVariable long run) {
        begin.goOn(run);
        return show(run);
    }

    private static LocalDate through(Asked asked) {
        var problems = new ArrayList<FieldProblem>();
        var through = ReadSubscription.day("through", asked.through(), true, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return Objects.requireNonNull(through);
    }

    @Schema(name = "SubscriptionRunRequest")
    record Asked(
            @Schema(
                            example = "2026-12-10",
                            description = "Turns that are delivered on this day or earlier; up to 92 days ahead")
                    @Nullable
                    String through) {}

    @Schema(name = "SkippedTurns")
    record SkippedJson(String reason, long count) {
        static List<SkippedJson> of(SubscriptionRun run) {
            return run.skipped().stream()
                    .map(skipped -> new SkippedJson(skipped.reason().name(), skipped.count()))
                    .toList();
        }
    }

    @Schema(name = "SubscriptionRunPreview")
    record Preview(LocalDate through, long expected, long made, List<SkippedJson> skipped, long failed) {
        static Preview of(SubscriptionRun run) {
            return new Preview(run.through(), run.expected(), run.made(), SkippedJson.of(run), run.failed());
        }
    }

    /** @param expected turns that were due when it began: made, skipped and failed once it is done */
    @Schema(name = "SubscriptionRun")
    record Body(
            long id,
            @Schema(allowableValues = {"RUNNING", "DONE", "STOPPED"}) String state,
            @Schema(allowableValues = {"SCHEDULED", "MANUAL"}) String trigger,
            LocalDate through,
            String begunBy,
            OffsetDateTime begunAt,
            @Nullable OffsetDateTime endedAt,
            long expected,
            long made,
            List<SkippedJson> skipped,
            long failed) {
        static Body of(SubscriptionRun run) {
            var ended = run.endedAt();
            return new Body(
                    Objects.requireNonNull(run.id()),
                    run.state().name(),
                    run.trigger(),
                    run.through(),
                    run.begunBy(),
                    run.begunAt().atZone(BusinessClock.TOKYO).toOffsetDateTime(),
                    ended == null ? null : ended.atZone(BusinessClock.TOKYO).toOffsetDateTime(),
                    run.expected(),
                    run.made(),
                    SkippedJson.of(run),
                    run.failed());
        }
    }
}
