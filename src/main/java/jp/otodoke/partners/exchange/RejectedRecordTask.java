package jp.otodoke.partners.exchange;

import java.util.List;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import org.springframework.stereotype.Component;

/** The task about a quarantined record: reprocess it once its cause is fixed, or skip it. */
@Component
class RejectedRecordTask implements TaskKind {
    static final String TYPE = "record-rejected";
    private static final String RETRY = "RETRY";
    private static final String DISMISS = "DISMISS";

    private final ResendMessage resend;
    private final Quarantine quarantine;

    RejectedRecordTask(ResendMessage resend, Quarantine quarantine) {
        this.resend = resend;
        this.quarantine = quarantine;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return RecordSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.OPERATIONS;
    }

    @Override
    public List<String> decisions() {
        return List.of(RETRY, DISMISS);
    }

    @Override
    public void decide(TaskDecision decision) {
        var record = decision.task().subject();
        long message = RecordSubject.message(record);
        int line = RecordSubject.line(record);
        if (decision.code().equals(RETRY)) {
            resend.bookAgain(message, line);
        } else {
            quarantine.resolve(message, line, "DISMISSED");
        }
    }
}
