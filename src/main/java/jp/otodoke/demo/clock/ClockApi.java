package jp.otodoke.demo.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The movable clock of demo and tests; production has no such endpoints. */
@RestController
class ClockApi {
    private static final Duration LONGEST_IDLE_WAIT = Duration.ofMinutes(10);

    private final BusinessClock clock;
    private final MoveClock moveClock;
    private final AwaitQuiescence awaitQuiescence;

    ClockApi(BusinessClock clock, MoveClock moveClock, AwaitQuiescence awaitQuiescence) {
        this.clock = clock;
        this.moveClock = moveClock;
        this.awaitQuiescence = awaitQuiescence;
    }

    @GetMapping("/api/v1/clock")
    Now now() {
        return new Now(
                clock.instant().atZone(BusinessClock.TOKYO).toOffsetDateTime(),
                !clock.offset().isZero());
    }

    /** {@code advance} is an ISO duration such as P1D or PT2H, {@code to} an instant; exactly one is given. */
    @PostMapping("/api/v1/clock")
    Now move(@RequestBody Move move) {
        moveClock.to(target(move));
        return now();
    }

    /** 200 when nothing is left to do without time passing or someone acting; 503 with what is still in progress. */
    @GetMapping("/api/v1/demo/idle")
    Idle idle(@RequestParam(defaultValue = "60") long timeout) {
        var limit = Duration.ofSeconds(Math.max(0, timeout));
        awaitQuiescence.runNow();
        var moving = awaitQuiescence.await(limit.compareTo(LONGEST_IDLE_WAIT) > 0 ? LONGEST_IDLE_WAIT : limit);
        if (!moving.isEmpty()) {
            throw new StillMoving(moving);
        }
        return new Idle(true);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stillMoving(StillMoving e) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, "Work is still moving");
        problem.setProperty("moving", e.moving());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private Instant target(Move move) {
        var advance = move.advance();
        var to = move.to();
        if ((advance == null) == (to == null)) {
            throw new InvalidInput(
                    List.of(new FieldProblem("advance", "required", BilingualText.of("demo.clock.problem.required"))));
        }
        try {
            return advance != null
                    ? clock.instant()
                            .atZone(BusinessClock.TOKYO)
                            .plus(amount(advance))
                            .toInstant()
                    : OffsetDateTime.parse(String.valueOf(to)).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInput(
                    advance != null ? "advance" : "to", "invalid", BilingualText.of("demo.clock.problem.format"));
        }
    }

    private static TemporalAmount amount(String text) {
        return text.contains("T") ? Duration.parse(text) : Period.parse(text);
    }

    record Now(OffsetDateTime now, boolean moved) {}

    record Move(@Nullable String advance, @Nullable String to) {}

    record Idle(boolean idle) {}
}
