package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.CardCall.Kind;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/**
 * The gateway does not say what became of a call. Staff look it up there, and what they found counts as the gateway's
 * answer; to wait for the gateway's own, they snooze the task instead.
 */
@Component
class CardResultUnknownTask implements TaskKind {
    static final String TYPE = "card-result-unknown";

    private static final String KEY = "card-unknown";
    private static final String CARRIED_OUT = "CARRIED_OUT";

    /** The part of the key that tells refunds of one transaction apart; tasks about anything else have none. */
    private static final int REFUND = 3;

    private final Tasks tasks;
    private final CardCalls calls;
    private final RecordCardAnswer answers;

    CardResultUnknownTask(Tasks tasks, CardCalls calls, RecordCardAnswer answers) {
        this.tasks = tasks;
        this.calls = calls;
        this.answers = answers;
    }

    static String key(CardCalls.Pending call) {
        var key = String.join(":", KEY, call.transactionNo(), call.wanted().name());
        return call.refundId() == null ? key : key + ":" + call.refundId();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return OrderSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ACCOUNTING;
    }

    @Override
    public List<String> decisions() {
        return List.of(CARRIED_OUT, "NOT_CARRIED_OUT");
    }

    /** Each task is about its own transaction, so that it is looked up there one by one. */
    @Override
    public boolean manyAtOnce() {
        return false;
    }

    @Override
    public void decide(TaskDecision decision) {
        var key = tasks.key(decision.task().id()).split(":", -1);
        var wanted = Kind.valueOf(key[2]);
        var outcome = decision.code().equals(CARRIED_OUT) ? carriedOut(wanted) : notCarriedOut(wanted);
        (key.length > REFUND ? calls.latestOfRefund(Long.parseLong(key[REFUND])) : calls.latest(key[1], wanted))
                .ifPresent(call -> answers.record(new CardAnswer(
                        call.callId(),
                        outcome,
                        null,
                        BilingualText.of("task.card-result-unknown.by-staff").japanese())));
    }

    private static Outcome carriedOut(Kind wanted) {
        return switch (wanted) {
            case AUTHORISE -> Outcome.AUTHORISED;
            case CAPTURE -> Outcome.CAPTURED;
            case VOID -> Outcome.VOIDED;
            case REFUND -> Outcome.REFUNDED;
            case SEARCH -> throw new IllegalStateException("A search is always on behalf of another call");
        };
    }

    /** An authorisation and a void are asked for again; a capture and a refund are left to a person. */
    private static Outcome notCarriedOut(Kind wanted) {
        return switch (wanted) {
            case AUTHORISE, CAPTURE -> Outcome.NOT_FOUND;
            case VOID -> Outcome.AUTHORISED;
            case REFUND -> Outcome.DECLINED;
            case SEARCH -> throw new IllegalStateException("A search is always on behalf of another call");
        };
    }
}
