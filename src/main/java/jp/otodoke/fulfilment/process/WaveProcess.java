package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.WaveSignal;
import jp.otodoke.workflow.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts processes of waves that begin by hand, and tells those of ended waves. */
@Component
class WaveProcess {
    static final String PROCESS = "ship-wave";
    static final String BEGUN_BY_HAND = "wave-begun";
    static final String ENDED = "wave-ended";

    private final Processes processes;

    WaveProcess(Processes processes) {
        this.processes = processes;
    }

    @EventListener
    void on(WaveSignal signal) {
        var keys = signal.waves().stream().map(WaveProcess::key).toList();
        switch (signal.kind()) {
            case BEGUN_BY_HAND -> processes.startBy(BEGUN_BY_HAND, keys);
            case ENDED -> processes.deliver(PROCESS, ENDED, keys);
        }
    }

    /** To the engine a wave is a plain text, which does not look like a number of anything else. */
    static String key(long wave) {
        return "W" + wave;
    }
}
