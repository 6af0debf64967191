package jp.otodoke.partners.exchange;

import java.util.List;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import org.springframework.stereotype.Component;

/** The task about an unreachable partner: staff can end the delay when they know that it is reachable again. */
@Component
class UnreachablePartnerTask implements TaskKind {
    static final String TYPE = "partner-unreachable";
    private static final String RETRY = "RETRY";

    private final RetryPartner retry;

    UnreachablePartnerTask(RetryPartner retry) {
        this.retry = retry;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return PartnerSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.OPERATIONS;
    }

    @Override
    public List<String> decisions() {
        return List.of(RETRY, CLOSE);
    }

    @Override
    public void decide(TaskDecision decision) {
        if (decision.code().equals(RETRY)) {
            retry.now(decision.task().subject().key());
        }
    }

    @Override
    public boolean mayRecur(String decision) {
        return true;
    }

    /** Whoever leaves it to the next attempt says why, such as when the partner will be back. */
    @Override
    public boolean commentRequired(String decision) {
        return decision.equals(CLOSE);
    }
}
