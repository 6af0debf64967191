package jp.otodoke.workflow;

import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Writes the engine's history. For the duration of a step that ends the engine asks when it began; of cases that were
 * {@link ExecutionTrees read together} that is known.
 */
class StepHistory extends DbHistoryEventHandler {
    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        var began = ExecutionTrees.ofCommand().startTime(event.getId());
        if (began != null
                && event instanceof HistoricScopeInstanceEvent step
                && getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) == null) {
            step.setStartTime(began);
            getDbEntityManager().merge(step);
        } else {
            super.insertOrUpdate(event);
        }
    }
}
