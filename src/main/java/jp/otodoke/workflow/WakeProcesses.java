package jp.otodoke.workflow;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import jp.otodoke.platform.data.FollowUps;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Delivers messages to processes after the commit of what caused them, so that a step that fails does not fail whoever
 * brought the news. They are recorded in the caller's transaction and can't be lost.
 */
@Component
public class WakeProcesses {
    private static final int MOST_AT_ONCE = 500;

    private final WakeUps wakeUps;
    private final FollowUps followUps;
    private final Consumer<Collection<String>> deliver;

    WakeProcesses(WakeUps wakeUps, FollowUps followUps, DeliverWakeUps deliverWakeUps, WakeUpPoll wakeUpPoll) {
        this.wakeUps = wakeUps;
        this.followUps = followUps;
        this.deliver = keys -> {
            // A command of the engine that is still running knows nothing of what its own messages would change. And
            // a file is read on while the cases of its last records move, unless its sender waits for the answer.
            // Nobody
            // waits for thousands.
            var alone = keys.size() == 1
                    || keys.size() <= MOST_AT_ONCE && RequestContextHolder.getRequestAttributes() != null;
            if (Context.getCommandContext() != null || !alone && wakeUpPoll.free()) {
                wakeUpPoll.soon(keys);
            } else {
                deliverWakeUps.of(keys);
            }
        };
    }

    /**
     * Delivers these messages, in this order, to the cases with these business keys that wait for them.
     *
     * @see Processes#deliver
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void wake(String process, List<String> messages, Collection<String> keys) {
        if (!keys.isEmpty()) {
            wakeUps.add(process, messages, keys);
            followUps.afterCommit(deliver, keys);
        }
    }
}
