package jp.otodoke;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.otodoke.inbox.ProcessTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Fallback;

/** Stands for the process engine where a module is tested without it, and remembers which decision it was told. */
@TestComponent
@Fallback
public class PlayedProcesses implements ProcessTasks {
    private final Map<String, String> decisions = new ConcurrentHashMap<>();

    @Override
    public void complete(String processTaskId, String decision) {
        decisions.put(processTaskId, decision);
    }

    public @Nullable String decision(String processTaskId) {
        return decisions.get(processTaskId);
    }
}
