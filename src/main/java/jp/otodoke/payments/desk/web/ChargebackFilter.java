package jp.otodoke.payments.desk.web;

import jp.otodoke.payments.Chargeback;
import jp.otodoke.payments.Chargebacks;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** Which chargebacks a page lists, as it stands in its address; what is none is left out. */
record ChargebackFilter(@Nullable String state, @Nullable String order) {
    Chargebacks.Filter read() {
        return new Chargebacks.Filter(stateOf(), TextNormalizer.orNull(order));
    }

    Chargeback.@Nullable State stateOf() {
        return RefundsPage.one(Chargeback.State.values(), state);
    }
}
