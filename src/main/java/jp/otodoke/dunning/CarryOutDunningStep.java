package jp.otodoke.dunning;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what the calendar of a case has for now. Nothing is done for what is paid, ended or paused; and what is in no trouble now,
 * as a debit of it is under way, waits from day to day.
 */
@Component
public class CarryOutDunningStep {
    private final DunningCases cases;
    private final DunningSteps steps;
    private final EndDunning endDunning;
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Map<DunningStepKind, DunningAction> actions;

    CarryOutDunningStep(
            DunningCases cases,
            DunningSteps steps,
            EndDunning endDunning,
            JdbcClient jdbc,
            BusinessClock clock,
            List<DunningAction> actions) {
        this.cases = cases;
        this.steps = steps;
        this.endDunning = endDunning;
        this.jdbc = jdbc;
        this.clock = clock;
        this.actions = actions.stream().collect(Collectors.toMap(DunningAction::kind, Function.identity()));
    }

    /** The first step that is due, if there is one. */
    @Transactional
    public void carryOut(long id) {
        var one = cases.locked(id);
        if (one.ended() || one.heldByInquiry()) {
            return;
        }
        if (!one.open().isPositive()) {
            endDunning.whatIsOwedNoMore(id);
            return;
        }
        steps.due(id).ifPresent(step -> carryOutOrWait(one, step));
    }

    private void carryOutOrWait(DunningCase one, DunningStep step) {
        if (cases.inTrouble(one, clock.today())) {
            carryOut(one, step);
        } else {
            steps.notBefore(List.of(one.id()), clock.today().plusDays(1));
        }
    }

    private void carryOut(DunningCase one, DunningStep step) {
        steps.done(one.id(), step.id(), DunningStep.State.DONE, null);
        jdbc.sql("update dunning_case set state = 'OPEN', pause_reason = null where id = :id")
                .param("id", one.id())
                .update();
        var action = Objects.requireNonNull(actions.get(step.kind()));
        var result = action.act(one, step.id());
        if (action.skipped().contains(result)) {
            steps.done(one.id(), step.id(), DunningStep.State.SKIPPED, result);
        } else {
            done(one, step, result);
        }
    }

    private void done(DunningCase one, DunningStep step, String result) {
        jdbc.sql("update dunning_step set result = :result where id = :id")
                .param("result", result)
                .param("id", step.id())
                .update();
        jdbc.sql("update dunning_case set stage = :stage where id = :id")
                .param("stage", step.kind().stage())
                .param("id", one.id())
                .update();
    }
}
