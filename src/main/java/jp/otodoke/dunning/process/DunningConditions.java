package jp.otodoke.dunning.process;

import java.time.Duration;
import java.util.Date;
import jp.otodoke.dunning.DunningCase.PauseReason;
import jp.otodoke.dunning.DunningCase.State;
import jp.otodoke.dunning.DunningCases;
import jp.otodoke.dunning.DunningKey;
import jp.otodoke.dunning.WriteOffDunned;
import jp.otodoke.shared.BusinessClock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Conditions of the diagram; public because it calls them. */
@Component
public class DunningConditions {
    /** While an inquiry is open nobody knows when it goes on; the case looks again after so long. */
    private static final Duration UNKNOWN = Duration.ofDays(30);

    private final DunningCases cases;
    private final WriteOffDunned writeOffDunned;
    private final BusinessClock clock;

    DunningConditions(DunningCases cases, WriteOffDunned writeOffDunned, BusinessClock clock) {
        this.cases = cases;
        this.writeOffDunned = writeOffDunned;
        this.clock = clock;
    }

    /** Whether the calendar goes on by itself; one that has ended waits for that to be told. */
    public boolean planned(DelegateExecution step) {
        var one = cases.get(id(step));
        return one.ended() || !one.awaitsDecision() && one.nextStep() != null;
    }

    public Date nextAt(DelegateExecution step) {
        var one = cases.get(id(step));
        var next = one.nextAt();
        var waits = one.state() == State.PAUSED && one.pauseReason() == PauseReason.INQUIRY;
        return Date.from(waits || next == null ? clock.instant().plus(UNKNOWN) : next);
    }

    public boolean needsSecondPerson(DelegateExecution step) {
        return writeOffDunned.needsSecondPerson(id(step));
    }

    static long id(DelegateExecution step) {
        return DunningKey.id(step.getProcessBusinessKey());
    }
}
