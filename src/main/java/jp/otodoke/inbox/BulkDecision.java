package jp.otodoke.inbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Applies one decision to many tasks, each in its own transaction, so that a failure does not affect the others. */
@Component
public class BulkDecision {
    /** A number of results that a person can still read through. */
    public static final int LIMIT = 500;

    private static final Logger LOG = LoggerFactory.getLogger(BulkDecision.class);

    private final Tasks tasks;
    private final TaskKinds kinds;
    private final CompleteTask completeTask;
    private final RetryOnConflict retryOnConflict;

    BulkDecision(Tasks tasks, TaskKinds kinds, CompleteTask completeTask, RetryOnConflict retryOnConflict) {
        this.tasks = tasks;
        this.kinds = kinds;
        this.completeTask = completeTask;
        this.retryOnConflict = retryOnConflict;
    }

    /** The outcomes in the given order. */
    public List<Outcome> decide(
            Collection<Long> ids,
            String decision,
            @Nullable String comment,
            Map<String, String> parameters,
            String staff) {
        if (ids.size() > LIMIT) {
            throw new InvalidInput("ids", "too-many", BilingualText.of("inbox.bulk.problem.too-many", LIMIT));
        }
        return ids.stream()
                .distinct()
                .map(id -> decide(id, decision, comment, parameters, staff))
                .toList();
    }

    private Outcome decide(
            long id, String decision, @Nullable String comment, Map<String, String> parameters, String staff) {
        try {
            requireBulkDecidable(id, decision);
            retryOnConflict.inTransaction(() -> {
                completeTask.complete(id, decision, comment, parameters, staff);
                return true;
            });
            return new Outcome(id, Result.DECIDED, null, null);
        } catch (Refusal refusal) {
            var second = refusal.kind() != Refusal.Kind.FORBIDDEN
                    && refusal.messageKey().startsWith("task.");
            return new Outcome(id, second ? Result.SOMEONE_WAS_FIRST : Result.REFUSED, refusal, null);
        } catch (InvalidInput wrong) {
            return new Outcome(id, Result.REFUSED, null, wrong);
        } catch (RuntimeException fault) {
            LOG.error("Could not decide task {}", id, fault);
            return new Outcome(id, Result.FAILED, null, null);
        }
    }

    private void requireBulkDecidable(long id, String decision) {
        if (tasks.find(id)
                .filter(task -> !kinds.of(task.type()).manyAtOnce(decision))
                .isPresent()) {
            throw Refusal.invalid("inbox.bulk.problem.one-by-one");
        }
    }

    public enum Result {
        DECIDED,
        SOMEONE_WAS_FIRST,
        REFUSED,
        /** Unexpected failure: nothing was changed, and the error was logged. */
        FAILED
    }

    /** If not decided, either {@code refusal} or {@code wrong} has the reason, unless it failed unexpectedly. */
    public record Outcome(long id, Result result, @Nullable Refusal refusal, @Nullable InvalidInput wrong) {}
}
