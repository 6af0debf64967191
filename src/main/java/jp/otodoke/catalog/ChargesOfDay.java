package jp.otodoke.catalog;

import java.util.List;
import java.util.Map;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/** The charges of one day, tax included, for any number of orders. */
public final class ChargesOfDay {
    private static final String ELSEWHERE = "";

    private final Map<String, Yen> shipping;
    private final @Nullable Yen freeFrom;
    private final Yen wrapping;
    private final List<CodTier> codTiers;

    /**
     * @param shipping by prefecture; the empty one is for all others
     * @param freeFrom goods of this amount and more are shipped free; null for never
     * @param codTiers lowest first
     */
    ChargesOfDay(Map<String, Yen> shipping, @Nullable Yen freeFrom, Yen wrapping, List<CodTier> codTiers) {
        this.shipping = Map.copyOf(shipping);
        this.freeFrom = freeFrom;
        this.wrapping = wrapping;
        this.codTiers = List.copyOf(codTiers);
    }

    /** @param goods amount of goods, which decides whether shipping is free */
    public Yen shippingFee(String prefecture, Yen goods) {
        return freeFrom != null && goods.isAtLeast(freeFrom)
                ? Yen.ZERO
                : shipping.getOrDefault(prefecture, shipping.getOrDefault(ELSEWHERE, Yen.ZERO));
    }

    /** For the goods of one destination. */
    public Yen wrappingFee() {
        return wrapping;
    }

    /** @param amount goods, shipping and wrapping, which the carrier collects */
    public Yen codFee(Yen amount) {
        return codTiers.stream()
                .filter(tier -> tier.below() == null || tier.below().isMoreThan(amount))
                .findFirst()
                .map(CodTier::fee)
                .orElse(Yen.ZERO);
    }

    /** @param below the fee is for lower amounts; null for all that are left */
    record CodTier(@Nullable Yen below, Yen fee) {}
}
