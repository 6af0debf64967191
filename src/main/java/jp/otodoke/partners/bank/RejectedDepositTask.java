package jp.otodoke.partners.bank;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskField;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.partners.exchange.ExchangedMessages;
import jp.otodoke.partners.exchange.MessageSubject;
import jp.otodoke.payments.RecordDepositByHand;
import jp.otodoke.shared.CalendarRange;
import org.springframework.stereotype.Component;

/** A row of the bank's file can't be read: the deposit is booked as the account's statement tells it, or there is none. */
@Component
class RejectedDepositTask implements TaskKind {
    static final String TYPE = "bank-row-rejected";

    private static final String RECORD = "RECORD";
    private static final String DATE = "depositDate";
    private static final String AMOUNT = "depositAmount";
    private static final String REMITTER = "remitterKana";

    private final Tasks tasks;
    private final ExchangedMessages messages;
    private final RecordDepositByHand record;

    RejectedDepositTask(Tasks tasks, ExchangedMessages messages, RecordDepositByHand record) {
        this.tasks = tasks;
        this.messages = messages;
        this.record = record;
    }

    /** The same row of the same file, however often it is uploaded. */
    static String key(String sha256, int line) {
        return TYPE + ":" + sha256 + ":" + line;
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
        return StaffGroup.ACCOUNTING;
    }

    @Override
    public List<String> decisions() {
        return List.of(RECORD, "DISMISS");
    }

    @Override
    public List<TaskField> fields(String decision) {
        return decision.equals(RECORD)
                ? List.of(
                        TaskField.required(DATE, TaskField.Kind.DATE),
                        TaskField.required(AMOUNT, TaskField.Kind.YEN),
                        TaskField.required(REMITTER, TaskField.Kind.TEXT))
                : List.of();
    }

    @Override
    public boolean commentRequired(String decision) {
        return !decision.equals(RECORD);
    }

    /** Each row is another deposit. */
    @Override
    public boolean manyAtOnce() {
        return false;
    }

    @Override
    public void decide(TaskDecision decision) {
        if (decision.code().equals(RECORD)) {
            var task = decision.task();
            var key = tasks.key(task.id());
            record.record(
                    messages.get(message(task)).fileName(),
                    Integer.parseInt(key.substring(key.lastIndexOf(':') + 1)),
                    CalendarRange.day(decision.input(DATE)),
                    TaskField.yen(decision.input(AMOUNT)),
                    decision.input(REMITTER));
        }
    }

    private static long message(OpenTask task) {
        return Long.parseLong(task.subject().key());
    }
}
