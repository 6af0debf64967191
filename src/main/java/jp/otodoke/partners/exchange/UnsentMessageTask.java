package jp.otodoke.partners.exchange;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskDetails;
import jp.otodoke.inbox.TaskField;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.TaskPanel;
import jp.otodoke.platform.personal.Masking;
import jp.otodoke.platform.personal.PersonalView;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import org.springframework.stereotype.Component;

/**
 * A message that can't be sent although its partner is reachable: it is sent again, to another address, or not at
 * all. Only what nobody waits for the answer of can be left unsent.
 */
@Component
class UnsentMessageTask implements TaskKind {
    static final String TYPE = "message-unsent";

    private static final String SEND_AGAIN = "SEND_AGAIN";
    private static final String SEND_TO = "SEND_TO";
    private static final String DISCARD = "DISCARD";
    private static final String ADDRESS = "address";
    private static final String SAVE = "saveAddress";

    private final UnsentMessages unsent;
    private final PersonalView personal;
    private final CurrentStaff staff;

    UnsentMessageTask(UnsentMessages unsent, PersonalView personal, CurrentStaff staff) {
        this.unsent = unsent;
        this.personal = personal;
        this.staff = staff;
    }

    /** The decisions that make sense for a message sent by this call. */
    static List<String> decisions(boolean withRecipient) {
        return withRecipient ? List.of(SEND_TO, SEND_AGAIN, DISCARD) : List.of(SEND_AGAIN);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return OutgoingSubject.KIND;
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
    public List<TaskField> fields(String decision) {
        if (!decision.equals(SEND_TO)) {
            return List.of();
        }
        var address = TaskField.required(ADDRESS, TaskField.Kind.EMAIL);
        return staff.isMachine() || staff.may(Permission.CUSTOMERS_EDIT)
                ? List.of(address, TaskField.optional(SAVE, TaskField.Kind.CHECK))
                : List.of(address);
    }

    /** Each has a recipient of its own. */
    @Override
    public boolean manyAtOnce(String decision) {
        return !decision.equals(SEND_TO);
    }

    /** The wrong address is a good start for the right one, for those who may see it. */
    @Override
    public Map<String, String> proposedValues(OpenTask task, String decision) {
        return unsent.find(id(task))
                .filter(message -> message.recipient() != null && personal.may())
                .map(message -> Map.of(ADDRESS, Objects.requireNonNull(message.recipient())))
                .orElse(Map.of());
    }

    @Override
    public boolean commentRequired(String decision) {
        return decision.equals(DISCARD);
    }

    @Override
    public boolean mayRecur(String decision) {
        return !decision.equals(DISCARD);
    }

    @Override
    public void decide(TaskDecision decision) {
        var id = id(decision.task());
        switch (decision.code()) {
            case SEND_AGAIN -> unsent.sendAgain(id);
            case SEND_TO -> unsent.sendTo(id, decision.input(ADDRESS), decision.ticked(SAVE));
            case DISCARD -> unsent.discard(id);
            default -> throw new IllegalArgumentException("No decision about an unsent message: " + decision.code());
        }
    }

    @Override
    public TaskDetails details(OpenTask task) {
        return unsent.find(id(task))
                .map(message ->
                        TaskDetails.of(new TaskPanel("partners/task-unsent", Map.of("message", shown(message)), false)))
                .orElse(TaskDetails.NONE);
    }

    private UnsentMessage shown(UnsentMessage message) {
        if (personal.may()) {
            return message;
        }
        personal.noteMasked();
        return new UnsentMessage(
                message.id(),
                message.partner(),
                message.type(),
                message.key(),
                message.reference(),
                Map.of(),
                message.attempts(),
                message.createdAt(),
                message.nextAttemptAt(),
                message.error() == null ? null : Masking.raw(message.error()),
                Masking.email(message.recipient()));
    }

    private static long id(OpenTask task) {
        return Long.parseLong(task.subject().key());
    }
}
