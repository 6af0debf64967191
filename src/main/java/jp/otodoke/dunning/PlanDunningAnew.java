package jp.otodoke.dunning;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goes on with a case about which a person has decided: with what is planned, or from the beginning. */
@Component
public class PlanDunningAnew {
    private final DunningCases cases;
    private final DunningSteps steps;
    private final DunningPolicy policy;
    private final JdbcClient jdbc;

    PlanDunningAnew(DunningCases cases, DunningSteps steps, DunningPolicy policy, JdbcClient jdbc) {
        this.cases = cases;
        this.steps = steps;
        this.policy = policy;
        this.jdbc = jdbc;
    }

    @Transactional
    public void plan(long id) {
        var one = cases.locked(id);
        jdbc.sql("update dunning_case set awaits_decision = false where id = :id")
                .param("id", id)
                .update();
        if (one.nextStep() == null) {
            steps.plan(Map.of(id, policy.calendar(one.facts())));
        }
    }
}
