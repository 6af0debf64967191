package jp.otodoke.partners.exchange;

import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.TaskSubject;
import jp.otodoke.staff.Permission;
import org.springframework.stereotype.Component;

/** Single records of a partner's file as subjects of tasks, by message and line. */
@Component
class RecordSubject implements TaskSubject {
    static final String KIND = "RECORD";

    static Subject of(long message, int line) {
        return new Subject(KIND, message + ":" + line);
    }

    static long message(Subject subject) {
        return Long.parseLong(subject.key().split(":")[0]);
    }

    static int line(Subject subject) {
        return Integer.parseInt(subject.key().split(":")[1]);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String page(String key) {
        return "/partners/messages/" + key.split(":")[0];
    }

    @Override
    public Permission needed() {
        return Permission.PARTNERS_VIEW;
    }
}
