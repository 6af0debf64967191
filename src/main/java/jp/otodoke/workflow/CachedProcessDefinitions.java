package jp.otodoke.workflow;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.jspecify.annotations.Nullable;

/**
 * The engine's process definitions of one command. The engine reads the row of a case's definition in every command, to
 * learn whether somebody has suspended the definition meanwhile. Nobody does here: what is to stand still is a case, an order
 * on hold. So a definition that is in the engine's cache is taken from there; the model in it never changes.
 */
class CachedProcessDefinitions extends ProcessDefinitionManager {
    @Override
    public @Nullable ProcessDefinitionEntity findLatestDefinitionById(String id) {
        var cached = cached(id);
        return cached == null ? super.findLatestDefinitionById(id) : cached;
    }

    private static @Nullable ProcessDefinitionEntity cached(String id) {
        return Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .getProcessDefinitionCache()
                .get(id);
    }

    /** What the history says about a case's definition. */
    static class InHistory extends CacheAwareHistoryEventProducer {
        @Override
        protected @Nullable ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
            var cached = cached(id);
            return cached == null ? super.getProcessDefinitionEntity(id) : cached;
        }
    }

    /** Puts these in the place of the engine's own. */
    static class Factory implements SessionFactory {
        @Override
        public Class<?> getSessionType() {
            return ProcessDefinitionManager.class;
        }

        @Override
        public Session openSession() {
            return new CachedProcessDefinitions();
        }
    }
}
