package jp.otodoke.subscriptions;

import java.util.HashSet;
import java.util.List;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.Sku;
import org.springframework.stereotype.Component;

/** Checks what a subscription is to deliver. */
@Component
public class CheckItems {
    private static final int MOST_PIECES = 99_999;
    private static final int MOST_ITEMS = 100;

    private final Catalog catalog;
    private final BusinessClock clock;

    CheckItems(Catalog catalog, BusinessClock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Every mistake at its place, such as {@code items[0].sku}. */
    public void check(List<Item> items, String at, List<FieldProblem> problems) {
        if (items.isEmpty() || items.size() > MOST_ITEMS) {
            problems.add(new FieldProblem(at, "required", BilingualText.of("subscription.problem.items", MOST_ITEMS)));
            return;
        }
        var known = catalog.find(items.stream().map(Item::sku).toList(), clock.today());
        var seen = new HashSet<Sku>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var place = at + "[" + i + "]";
            var product = known.get(item.sku());
            if (product == null) {
                problem(place + ".sku", "unknown", "subscription.problem.sku", item.sku(), problems);
            } else if (!product.active()) {
                problem(place + ".sku", "inactive", "subscription.problem.sku.inactive", item.sku(), problems);
            } else if (!seen.add(item.sku())) {
                problem(place + ".sku", "duplicate", "subscription.problem.sku.twice", item.sku(), problems);
            }
            if (item.quantity() < 1 || item.quantity() > MOST_PIECES) {
                problem(place + ".quantity", "invalid", "subscription.problem.quantity", MOST_PIECES, problems);
            }
        }
    }

    private static void problem(String place, String code, String key, Object argument, List<FieldProblem> problems) {
        problems.add(new FieldProblem(place, code, BilingualText.of(key, argument)));
    }
}
