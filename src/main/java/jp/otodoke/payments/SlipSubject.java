package jp.otodoke.payments;

import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.TaskSubject;
import jp.otodoke.staff.Permission;
import org.springframework.stereotype.Component;

/** Payment slips as task subjects. */
@Component
class SlipSubject implements TaskSubject {
    static final String KIND = "SLIP";

    static Subject of(SlipNumber number) {
        return new Subject(KIND, number.value());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String page(String key) {
        return "/slips?q=" + key;
    }

    @Override
    public Permission needed() {
        return Permission.MONEY_VIEW;
    }

    @Override
    public boolean findable() {
        return true;
    }
}
