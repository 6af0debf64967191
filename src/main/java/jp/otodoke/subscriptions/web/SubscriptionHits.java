package jp.otodoke.subscriptions.web;

import java.util.List;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.platform.pages.SearchHit;
import jp.otodoke.platform.pages.SearchSource;
import jp.otodoke.platform.pages.SearchTerm;
import jp.otodoke.subscriptions.FindSubscriptions;
import jp.otodoke.subscriptions.SubscriptionNumber;
import org.springframework.stereotype.Component;

/** Finds a subscription by its number, in full or without its zeros. */
@Component
class SubscriptionHits implements SearchSource {
    private static final int DIGITS = 8;

    private final FindSubscriptions find;
    private final Formats formats;

    SubscriptionHits(FindSubscriptions find, Formats formats) {
        this.find = find;
        this.formats = formats;
    }

    @Override
    public int place() {
        return 32;
    }

    @Override
    public List<SearchHit> find(SearchTerm term, int limit) {
        var number = term.inFull("S", DIGITS);
        return number.isEmpty()
                ? List.of()
                : find.find(SubscriptionNumber.of(number)).stream()
                        .map(row -> new SearchHit(
                                "subscription",
                                row.number().value(),
                                row.state().name(),
                                formats.localized(row.sentence()),
                                "/subscriptions/" + row.number(),
                                term.number().equals(number)))
                        .toList();
    }
}
