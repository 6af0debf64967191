package jp.otodoke.payments.desk.web;

import java.util.Arrays;
import jp.otodoke.payments.Mandate;
import jp.otodoke.payments.Mandates;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** Which mandates a page lists, as it stands in its address; what is none is left out. */
record MandateFilter(@Nullable String customer, @Nullable String state) {
    Mandates.Filter read() {
        return new Mandates.Filter(
                TextNormalizer.orNull(customer),
                Arrays.stream(Mandate.State.values())
                        .filter(one -> one.name().equals(state))
                        .findFirst()
                        .orElse(null));
    }
}
