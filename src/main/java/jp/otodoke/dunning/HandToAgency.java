package jp.otodoke.dunning;

import java.sql.Timestamp;
import java.util.List;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands a case over to the collection agency; after some months without money a person decides. */
@Component
public class HandToAgency implements DunningAction {
    private static final int MONTHS = 3;

    private final JdbcClient jdbc;
    private final DunningCases cases;
    private final DunningSteps steps;
    private final BusinessClock clock;

    HandToAgency(JdbcClient jdbc, DunningCases cases, DunningSteps steps, BusinessClock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public DunningStepKind kind() {
        return DunningStepKind.AGENCY;
    }

    @Override
    public String act(DunningCase one, long step) {
        handOver(one.id());
        return "handed-over";
    }

    /** Nothing else is planned for it any more. */
    @Transactional
    public void handOver(long id) {
        var one = cases.locked(id);
        jdbc.sql(
                        "insert into dunning_handover (case_id, amount, at) values (:id, :amount, :now) on conflict do nothing")
                .param("id", id)
                .param("amount", one.open().amount())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("update dunning_case set stage = 'AGENCY', awaits_decision = false where id = :id")
                .param("id", id)
                .update();
        steps.drop(List.of(id));
        steps.add(id, DunningStepKind.PERSON, clock.today().plusMonths(MONTHS));
    }
}
