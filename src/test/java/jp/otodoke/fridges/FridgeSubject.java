package jp.otodoke.fridges;

import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.TaskSubject;
import org.springframework.stereotype.Component;

/** Fridges as what tasks are about: the subject kind of {@code docs/guides/add-a-task-kind.md}. */
@Component
class FridgeSubject implements TaskSubject {
    static final String KIND = "FRIDGE";

    static Subject of(String number) {
        return new Subject(KIND, number);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String page(String key) {
        return "/fridges/" + key;
    }

    @Override
    public boolean findable() {
        return true;
    }
}
