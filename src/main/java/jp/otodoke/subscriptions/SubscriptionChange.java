package jp.otodoke.subscriptions;

import jp.otodoke.shared.BilingualText;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the change log, without who and why.
 *
 * @param scope null where none was asked for
 */
record SubscriptionChange(WishKind kind, @Nullable Scope scope, BilingualText before, BilingualText after) {
    static SubscriptionChange of(WishKind kind, BilingualText before, BilingualText after) {
        return new SubscriptionChange(kind, null, before, after);
    }

    static SubscriptionChange of(Wish wish, Scope scope, BilingualText before) {
        return new SubscriptionChange(wish.kind(), scope, before, wish.words());
    }

    /** A reserved change has taken effect. */
    static SubscriptionChange applied(Wish wish, BilingualText before) {
        return new SubscriptionChange(
                wish.kind(), null, before, BilingualText.of("subscription.as-reserved", wish.words()));
    }
}
