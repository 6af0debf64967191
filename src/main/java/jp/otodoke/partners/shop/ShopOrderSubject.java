package jp.otodoke.partners.shop;

import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.TaskSubject;
import org.springframework.stereotype.Component;

/** Orders that exist only at the shop, as subjects of tasks, by channel and the shop's own number. */
@Component
class ShopOrderSubject implements TaskSubject {
    static final String KIND = "SHOP_ORDER";

    static Subject of(String channel, String number) {
        return new Subject(KIND, channel + "/" + number);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
