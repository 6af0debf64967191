package jp.otodoke.subscriptions;

import java.util.List;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Sku;

/** So many pieces of a product. */
public record Item(Sku sku, int quantity) {
    static BilingualText words(List<Item> items) {
        return BilingualText.list(items.stream()
                .map(item -> BilingualText.of("subscription.item", item.sku(), item.quantity()))
                .toList());
    }
}
