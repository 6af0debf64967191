package jp.otodoke.dunning;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/** What was planned has not brought the money: a person decides how it goes on. */
@Component
class DecideDunningTask extends DunningTaskKind {
    static final String TYPE = "decide-dunning";
    static final String WRITE_OFF = "WRITE_OFF";

    DecideDunningTask(DunningCases cases) {
        super(cases);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    BilingualText reason(DunningCase one) {
        return BilingualText.of(
                "task.decide-dunning.reason",
                one.receivable(),
                one.open(),
                BilingualText.of("dunning.cause." + one.cause()),
                BilingualText.of("dunning.stage." + one.stage()));
    }

    /** Why it is given up is kept with the case. */
    @Override
    public boolean commentRequired(String decision) {
        return decision.equals(WRITE_OFF);
    }

    @Override
    public BilingualText consequences(List<OpenTask> tasks, String decision) {
        return BilingualText.of("task.decide-dunning.then." + decision, open(tasks));
    }
}
