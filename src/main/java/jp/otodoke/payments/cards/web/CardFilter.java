package jp.otodoke.payments.cards.web;

import java.util.Arrays;
import jp.otodoke.payments.cards.KeptCard;
import jp.otodoke.payments.cards.KeptCards;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** Which cards a page lists, as it stands in its address; what is none is left out. */
record CardFilter(@Nullable String state, @Nullable String customer) {
    KeptCards.Filter read() {
        return new KeptCards.Filter(TextNormalizer.orNull(customer), stateOf());
    }

    KeptCard.@Nullable State stateOf() {
        return Arrays.stream(KeptCard.State.values())
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElse(null);
    }
}
