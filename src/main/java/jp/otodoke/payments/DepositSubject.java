package jp.otodoke.payments;

import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.TaskSubject;
import jp.otodoke.staff.Permission;
import org.springframework.stereotype.Component;

/** Deposits as task subjects. */
@Component
class DepositSubject implements TaskSubject {
    static final String KIND = "DEPOSIT";

    static Subject of(long id) {
        return new Subject(KIND, Long.toString(id));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String page(String key) {
        return "/deposits/" + key;
    }

    @Override
    public Permission needed() {
        return Permission.MONEY_VIEW;
    }
}
