package jp.otodoke.dunning.process;

import java.util.List;
import jp.otodoke.dunning.DunningKey;
import jp.otodoke.dunning.DunningSignal;
import jp.otodoke.workflow.Processes;
import jp.otodoke.workflow.WakeProcesses;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the processes of cases and delivers messages to them; no other class does. */
@Component
class DunningProcess {
    static final String PROCESS = "payment-exception";
    static final String CALENDAR_CHANGED = "calendar-changed";
    static final String CASE_ENDED = "case-ended";
    static final String AWAIT_NEXT_STEP = "await-next-step";

    /** Those of a longer list are started by all nodes, after the commit. */
    private static final int AT_ONCE = 200;

    private final Processes processes;
    private final WakeProcesses wakeProcesses;

    DunningProcess(Processes processes, WakeProcesses wakeProcesses) {
        this.processes = processes;
        this.wakeProcesses = wakeProcesses;
    }

    @EventListener
    void on(DunningSignal signal) {
        var keys = signal.cases().stream().map(DunningKey::of).toList();
        switch (signal.kind()) {
            case OPENED -> start(keys);
            case CHANGED -> wakeProcesses.wake(PROCESS, List.of(CALENDAR_CHANGED), keys);
            case ENDED -> wakeProcesses.wake(PROCESS, List.of(CASE_ENDED), keys);
        }
    }

    /** Each has something planned when it is opened. */
    private void start(List<String> keys) {
        if (keys.size() > AT_ONCE) {
            processes.queueAt(PROCESS, AWAIT_NEXT_STEP, keys);
        } else {
            processes.start(PROCESS, keys);
        }
    }
}
