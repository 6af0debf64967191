package jp.otodoke.workflow;

import jp.otodoke.platform.data.ConflictKind;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.stereotype.Component;

/** The engine has an exception of its own for two who move the same case at once. */
@Component
class EngineConflicts implements ConflictKind {
    @Override
    public boolean covers(RuntimeException fault) {
        return fault instanceof OptimisticLockingException;
    }
}
