package jp.otodoke.partners.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What open work waits for from partners that send when something has happened rather than on a schedule. */
@Component
public class AwaitedReplies {
    private final Partners partners;

    AwaitedReplies(Partners partners) {
        this.partners = partners;
    }

    /** By partner; partners from whom nothing is awaited are left out. */
    @Transactional(readOnly = true)
    public Map<String, BilingualText> all() {
        var all = new LinkedHashMap<String, BilingualText>();
        partners.all().forEach(p -> p.awaited().get().ifPresent(what -> all.put(p.code(), what)));
        return all;
    }
}
