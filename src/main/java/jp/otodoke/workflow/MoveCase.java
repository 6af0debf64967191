package jp.otodoke.workflow;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingActivityInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingTransitionInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.springframework.stereotype.Component;

/** Migrates cases to another version of their diagram, mapping each step to the step with the same id. */
@Component
class MoveCase {
    private final RuntimeService runtime;

    MoveCase(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void move(List<String> instances, String from, String to) {
        runtime.newMigration(plan(from, to)).processInstanceIds(instances).execute();
    }

    private MigrationPlan plan(String from, String to) {
        return runtime.createMigrationPlan(from, to).mapEqualActivities().build();
    }

    /** The ids of steps without a counterpart, separated by commas; the exception's message for any other failure. */
    static String reason(RuntimeException fault) {
        if (fault instanceof MigratingProcessInstanceValidationException refused) {
            var report = refused.getValidationReport();
            var steps = Stream.concat(
                            report.getActivityInstanceReports().stream()
                                    .map(MigratingActivityInstanceValidationReport::getSourceScopeId),
                            report.getTransitionInstanceReports().stream()
                                    .map(MigratingTransitionInstanceValidationReport::getSourceScopeId))
                    .distinct()
                    .collect(Collectors.joining(","));
            if (!steps.isEmpty()) {
                return "no-counterpart:" + steps;
            }
        }
        return String.valueOf(fault.getMessage());
    }
}
