package jp.otodoke.partners.exchange;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.TaskAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What staff may do with a record that was set aside: take it again once its cause is mended, or leave it. */
@Component
class RejectedRecordAction implements TaskAction {
    private static final String RETRY = "RETRY";
    private static final String DISMISS = "DISMISS";

    private final ResendMessage resend;
    private final Quarantine quarantine;

    RejectedRecordAction(ResendMessage resend, Quarantine quarantine) {
        this.resend = resend;
        this.quarantine = quarantine;
    }

    @Override
    public String type() {
        return "record-rejected";
    }

    @Override
    public List<String> decisions() {
        return List.of(RETRY, DISMISS);
    }

    @Override
    public void decide(OpenTask task, String decision, @Nullable String comment, Map<String, String> parameters) {
        var place = Objects.requireNonNull(task.subject()).split(":");
        long message = Long.parseLong(place[0]);
        int line = Integer.parseInt(place[1]);
        if (decision.equals(RETRY)) {
            resend.takeAgain(message, line);
        } else {
            quarantine.resolve(message, line, "DISMISSED");
        }
    }
}
