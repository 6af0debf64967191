package jp.otodoke.partners.shop;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.SubjectLine;
import jp.otodoke.inbox.TaskSubject;
import jp.otodoke.shared.BilingualText;
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

    @Override
    public Map<String, SubjectLine> lines(Collection<String> keys) {
        return keys.stream().collect(Collectors.toMap(Function.identity(), ShopOrderSubject::line, (a, b) -> a));
    }

    private static SubjectLine line(String key) {
        var parts = key.split("/", 2);
        return new SubjectLine(
                BilingualText.of(
                        "subject.SHOP_ORDER", BilingualText.named("channel", parts[0]), parts[parts.length - 1]),
                null,
                null);
    }
}
