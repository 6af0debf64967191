package jp.otodoke.partners.exchange;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskDetails;
import jp.otodoke.inbox.TaskKind;
import org.springframework.stereotype.Component;

/**
 * A file was refused as a whole: the partner is asked for another one, which closes the task when it comes, the stored
 * one is read again, or it is given up. Each belongs to the group that its format names.
 */
@Component
class RefusedFileTask implements TaskKind {
    static final String TYPE = "file-refused";

    private static final String READ_AGAIN = "READ_AGAIN";

    private final RefusedFiles files;
    private final ExchangedMessages messages;

    RefusedFileTask(RefusedFiles files, ExchangedMessages messages) {
        this.files = files;
        this.messages = messages;
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
        return List.of("REQUESTED", READ_AGAIN, "GIVE_UP");
    }

    /** Who was asked for another file, or why none is needed, is kept nowhere else. */
    @Override
    public boolean commentRequired(String decision) {
        return !decision.equals(READ_AGAIN);
    }

    @Override
    public void decide(TaskDecision decision) {
        if (decision.code().equals(READ_AGAIN)) {
            files.readAgain(message(decision.task()));
        }
    }

    @Override
    public TaskDetails details(OpenTask task) {
        return FilePanel.of(messages.find(message(task)));
    }

    private static long message(OpenTask task) {
        return Long.parseLong(task.subject().key());
    }
}
