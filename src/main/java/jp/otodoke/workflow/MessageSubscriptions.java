package jp.otodoke.workflow;

import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionManager;
import org.jspecify.annotations.Nullable;

/**
 * The engine's subscriptions of one command. Whoever waits no longer may have a job that was to deliver his message; the
 * engine looks for it at every subscription that ends, about a dozen in an order's life. As such jobs exist only while a step
 * fails, it is asked once in a command whether there is any.
 */
class MessageSubscriptions extends EventSubscriptionManager {
    private @Nullable Boolean anyJob;

    @Override
    public void deleteEventSubscription(EventSubscriptionEntity subscription) {
        if (anyJob()) {
            super.deleteEventSubscription(subscription);
        } else {
            getDbEntityManager().delete(subscription);
            createdSignalSubscriptions.remove(subscription);
        }
    }

    private boolean anyJob() {
        if (anyJob == null) {
            anyJob = (Boolean) getDbEntityManager().selectOne(EngineRows.ANY_EVENT_JOB, null);
        }
        return anyJob;
    }

    /** Puts these in the place of the engine's own. */
    static class Factory implements SessionFactory {
        @Override
        public Class<?> getSessionType() {
            return EventSubscriptionManager.class;
        }

        @Override
        public Session openSession() {
            return new MessageSubscriptions();
        }
    }
}
