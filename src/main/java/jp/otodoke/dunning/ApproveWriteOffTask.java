package jp.otodoke.dunning;

import java.util.List;
import java.util.Objects;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/** Somebody wants to give up more than the limit: another person approves or rejects it. */
@Component
class ApproveWriteOffTask extends DunningTaskKind {
    static final String TYPE = "approve-write-off";
    static final String APPROVE = "APPROVE";

    ApproveWriteOffTask(DunningCases cases) {
        super(cases);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    BilingualText reason(DunningCase one) {
        return BilingualText.of(
                "task.approve-write-off.reason",
                one.receivable(),
                one.open(),
                Objects.requireNonNullElse(one.writeOffBy(), ""));
    }

    @Override
    public boolean commentRequired(String decision) {
        return !decision.equals(APPROVE);
    }

    @Override
    public BilingualText consequences(List<OpenTask> tasks, String decision) {
        return BilingualText.of("task.approve-write-off.then." + decision, open(tasks));
    }
}
