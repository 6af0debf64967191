package jp.otodoke.subscriptions;

import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.TaskSubject;
import org.springframework.stereotype.Component;

/** Subscriptions as what tasks are about. */
@Component
class SubscriptionSubject implements TaskSubject {
    static final String KIND = "SUBSCRIPTION";

    static Subject of(SubscriptionNumber number) {
        return new Subject(KIND, number.value());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String page(String key) {
        return "/subscriptions/" + key;
    }

    @Override
    public boolean findable() {
        return true;
    }
}
