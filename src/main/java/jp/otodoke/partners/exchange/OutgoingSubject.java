package jp.otodoke.partners.exchange;

import jp.otodoke.inbox.TaskSubject;
import org.springframework.stereotype.Component;

/** Messages that wait in the outbox, as subjects of tasks. */
@Component
class OutgoingSubject implements TaskSubject {
    static final String KIND = "OUTGOING";

    @Override
    public String kind() {
        return KIND;
    }
}
