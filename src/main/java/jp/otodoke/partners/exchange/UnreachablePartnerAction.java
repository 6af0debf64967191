package jp.otodoke.partners.exchange;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.TaskAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Staff need not wait for the pause to end when they know that a partner answers again. */
@Component
class UnreachablePartnerAction implements TaskAction {
    private static final String RETRY = "RETRY";
    private static final String DONE = "DONE";

    private final RetryPartner retry;

    UnreachablePartnerAction(RetryPartner retry) {
        this.retry = retry;
    }

    @Override
    public String type() {
        return "partner-unreachable";
    }

    @Override
    public List<String> decisions() {
        return List.of(RETRY, DONE);
    }

    @Override
    public void decide(OpenTask task, String decision, @Nullable String comment, Map<String, String> parameters) {
        if (decision.equals(RETRY)) {
            retry.now(Objects.requireNonNull(task.subject()));
        }
    }
}
