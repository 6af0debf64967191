package jp.otodoke.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import jp.otodoke.UnitTest;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;

@UnitTest
class EngineConflictsTests {
    private final EngineConflicts conflicts = new EngineConflicts();

    @Test
    void changesOfOthersAndDeadlocksAreConflicts() {
        assertThat(conflicts.covers(new OptimisticLockingException("changed"))).isTrue();
        assertThat(conflicts.covers(new ProcessEngineException("deadlock", new SQLException("", "40P01"))))
                .isTrue();
    }

    @Test
    void aViolatedConstraintIsNone() {
        assertThat(conflicts.covers(new ProcessEngineException("violated", new SQLException("", "23505"))))
                .isFalse();
        assertThat(conflicts.covers(new IllegalStateException())).isFalse();
    }
}
