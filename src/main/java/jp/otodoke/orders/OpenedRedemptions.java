package jp.otodoke.orders;

import java.time.LocalDate;
import java.util.Map;
import jp.otodoke.loyalty.Redeemer;
import jp.otodoke.loyalty.Redemptions;
import jp.otodoke.loyalty.Reduction;
import jp.otodoke.shared.InvalidInput;

/** What some orders may redeem, with who redeems it. */
record OpenedRedemptions(Redemptions redemptions, Map<NewOrder, Redeemer> redeemers) {
    static final OpenedRedemptions NONE = new OpenedRedemptions(Redemptions.NONE, Map.of());

    /**
     * @param day on which the order was placed
     * @throws InvalidInput naming what can't be redeemed
     */
    Reduction of(NewOrder order, PricedOrder priced, LocalDate day) {
        var who = redeemers.get(order);
        return who == null
                ? Reduction.NONE
                : redemptions.reduce(order.redemption(), who, day, priced.goods(), priced.charges());
    }
}
