package jp.otodoke.workflow;

import jp.otodoke.platform.data.ConflictKind;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.stereotype.Component;

/** Recognizes the engine's own exception for two concurrent changes to the same case. */
@Component
class EngineConflicts implements ConflictKind {
    @Override
    public boolean covers(RuntimeException fault) {
        return fault instanceof OptimisticLockingException;
    }
}
