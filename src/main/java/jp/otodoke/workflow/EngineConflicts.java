package jp.otodoke.workflow;

import java.sql.SQLException;
import jp.otodoke.platform.data.ConflictKind;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.stereotype.Component;

/** Recognizes the engine's own exception for two concurrent changes to the same case. */
@Component
class EngineConflicts implements ConflictKind {
    @Override
    public boolean covers(RuntimeException fault) {
        return fault instanceof OptimisticLockingException
                || fault.getCause() instanceof SQLException refused && isConflict(refused);
    }

    /** A deadlock, or a change that can't be brought in order with others. */
    private static boolean isConflict(SQLException refused) {
        return String.valueOf(refused.getSQLState()).startsWith("40");
    }
}
