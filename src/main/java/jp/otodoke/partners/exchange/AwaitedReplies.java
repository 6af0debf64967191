package jp.otodoke.partners.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What open work waits for from partners that send when something has happened, and not by the clock. */
@Component
public class AwaitedReplies {
    private final Partners partners;

    AwaitedReplies(Partners partners) {
        this.partners = partners;
    }

    /** By partner; who owes us nothing is missing. */
    @Transactional(readOnly = true)
    public Map<String, BilingualText> all() {
        var all = new LinkedHashMap<String, BilingualText>();
        partners.all().forEach(p -> p.awaited().get().ifPresent(what -> all.put(p.code(), what)));
        return all;
    }
}
