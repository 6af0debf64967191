package jp.otodoke.payments.cards;

import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.TaskSubject;
import jp.otodoke.staff.Permission;
import org.springframework.stereotype.Component;

/** Updates of cards as task subjects. */
@Component
class CardUpdateSubject implements TaskSubject {
    static final String KIND = "CARD_UPDATE";

    static Subject of(long id) {
        return new Subject(KIND, Long.toString(id));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String page(String key) {
        return "/card-updates/" + key;
    }

    @Override
    public Permission needed() {
        return Permission.MONEY_VIEW;
    }
}
