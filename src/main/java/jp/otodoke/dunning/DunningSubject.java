package jp.otodoke.dunning;

import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.TaskSubject;
import jp.otodoke.staff.Permission;
import org.springframework.stereotype.Component;

/** Cases as task subjects. */
@Component
class DunningSubject implements TaskSubject {
    static final String KIND = "DUNNING";

    static Subject of(long id) {
        return new Subject(KIND, String.valueOf(id));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String page(String key) {
        return "/dunning/" + key;
    }

    @Override
    public Permission needed() {
        return Permission.MONEY_VIEW;
    }
}
