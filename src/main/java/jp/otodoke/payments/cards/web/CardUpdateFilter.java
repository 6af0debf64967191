package jp.otodoke.payments.cards.web;

import java.util.Arrays;
import jp.otodoke.payments.CardOutcome;
import jp.otodoke.payments.cards.CardUpdate;
import org.jspecify.annotations.Nullable;

/** Which updates, or which cards of one, a page lists, as it stands in its address; what is none is left out. */
record CardUpdateFilter(@Nullable String state, @Nullable String outcome) {
    CardUpdate.@Nullable State stateOf() {
        return Arrays.stream(CardUpdate.State.values())
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    CardOutcome outcomeOf() {
        return Arrays.stream(CardOutcome.values())
                .filter(one -> one.name().equals(outcome))
                .findFirst()
                .orElse(null);
    }
}
