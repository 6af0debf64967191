package jp.otodoke.inbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Staff decided a task. Published in the same transaction, before the process continues. */
public record TaskDecided(
        long taskId,
        String type,
        String decision,
        @Nullable String comment,
        String by,
        List<Subject> subjects,
        @Nullable String businessKey,
        Map<String, String> parameters) {}
