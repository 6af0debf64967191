package jp.otodoke.payments;

import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.TaskSubject;
import jp.otodoke.staff.Permission;
import org.springframework.stereotype.Component;

/** Cycles of direct debits as task subjects. */
@Component
public class DirectDebitSubject implements TaskSubject {
    public static final String KIND = "DIRECT_DEBIT";

    public static Subject of(long id) {
        return new Subject(KIND, Long.toString(id));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String page(String key) {
        return "/direct-debits/" + key;
    }

    @Override
    public Permission needed() {
        return Permission.MONEY_VIEW;
    }
}
