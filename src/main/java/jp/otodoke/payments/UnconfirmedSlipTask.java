package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.Tasks;
import org.springframework.stereotype.Component;

/** The agency has reported a payment by 速報 and has neither confirmed it nor taken it back: a person asks there. */
@Component
class UnconfirmedSlipTask implements TaskKind {
    static final String TYPE = "slip-unconfirmed";

    private static final String CONFIRMED = "CONFIRMED";
    private static final String TAKEN_BACK = "TAKEN_BACK";
    private static final String WAIT = "WAIT";

    private final Tasks tasks;
    private final DecideSlipReceipt decide;

    UnconfirmedSlipTask(Tasks tasks, DecideSlipReceipt decide) {
        this.tasks = tasks;
        this.decide = decide;
    }

    static String key(long receipt) {
        return TYPE + ":" + receipt;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return SlipSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ACCOUNTING;
    }

    @Override
    public List<String> decisions() {
        return List.of(WAIT, CONFIRMED, TAKEN_BACK);
    }

    /** What the agency has said is known from nowhere else. */
    @Override
    public boolean commentRequired(String decision) {
        return true;
    }

    /** After another while the agency is to be asked again. */
    @Override
    public boolean mayRecur(String decision) {
        return decision.equals(WAIT);
    }

    @Override
    public void decide(TaskDecision decision) {
        var key = tasks.key(decision.task().id());
        long receipt = Long.parseLong(key.replaceFirst("#.*", "").substring(TYPE.length() + 1));
        switch (decision.code()) {
            case CONFIRMED -> decide.as(receipt, SlipNotice.Kind.FINAL, decision.staff());
            case TAKEN_BACK -> decide.as(receipt, SlipNotice.Kind.WITHDRAWN, decision.staff());
            default -> decide.later(receipt);
        }
    }
}
