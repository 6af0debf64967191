package jp.otodoke.partners.exchange;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskDetails;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/**
 * Of a file so many records were rejected that not each has its own task: all that wait are booked again once their
 * cause is cured, or skipped. Each belongs to the group that the format names.
 */
@Component
class MoreRejectedTask implements TaskKind {
    static final String TYPE = "more-records-rejected";

    private static final String RETRY_ALL = "RETRY_ALL";
    private static final String DISMISS_ALL = "DISMISS_ALL";

    private final ResendMessage resend;
    private final Quarantine quarantine;
    private final ExchangedMessages messages;

    MoreRejectedTask(ResendMessage resend, Quarantine quarantine, ExchangedMessages messages) {
        this.resend = resend;
        this.quarantine = quarantine;
        this.messages = messages;
    }

    /** @param quarantined whether the records wait in quarantine, rather than to be sent in another file */
    static List<String> decisions(boolean quarantined) {
        return quarantined ? List.of(RETRY_ALL, DISMISS_ALL) : List.of(DISMISS_ALL);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return MessageSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.OPERATIONS;
    }

    @Override
    public List<String> decisions() {
        return decisions(true);
    }

    @Override
    public boolean commentRequired(String decision) {
        return decision.equals(DISMISS_ALL);
    }

    /** What is still bad asks again. */
    @Override
    public boolean mayRecur(String decision) {
        return decision.equals(RETRY_ALL);
    }

    @Override
    public void decide(TaskDecision decision) {
        var message = message(decision.task());
        if (decision.code().equals(RETRY_ALL)) {
            resend.bookAll(message);
        } else {
            quarantine.dismissAll(message);
        }
    }

    @Override
    public BilingualText consequences(List<OpenTask> tasks, String decision) {
        var waiting = tasks.stream()
                .flatMap(task -> messages.find(message(task)).stream())
                .mapToInt(ExchangedMessage::quarantined)
                .sum();
        return waiting == 0 ? BilingualText.asWritten("") : BilingualText.of("task.then.records", waiting);
    }

    @Override
    public TaskDetails details(OpenTask task) {
        return FilePanel.of(messages.find(message(task)));
    }

    private static long message(OpenTask task) {
        return Long.parseLong(task.subject().key());
    }
}
