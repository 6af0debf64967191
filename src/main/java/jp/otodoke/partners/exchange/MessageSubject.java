package jp.otodoke.partners.exchange;

import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.TaskSubject;
import jp.otodoke.staff.Permission;
import org.springframework.stereotype.Component;

/** Files and messages of partners as subjects of tasks, by their id in the message log. */
@Component
public class MessageSubject implements TaskSubject {
    public static final String KIND = "MESSAGE";

    public static Subject of(long id) {
        return new Subject(KIND, Long.toString(id));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String page(String key) {
        return "/partners/messages/" + key;
    }

    @Override
    public Permission needed() {
        return Permission.PARTNERS_VIEW;
    }
}
