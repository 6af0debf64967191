package jp.otodoke.loyalty;

import java.util.function.BooleanSupplier;
import jp.otodoke.shared.CustomerNumber;
import org.jspecify.annotations.Nullable;

/**
 * Who redeems points or a coupon.
 *
 * @param customer null for somebody new
 * @param key the same for the same person
 * @param buysFirst whether the customer has not ordered before; asked only where it matters
 */
public record Redeemer(@Nullable CustomerNumber customer, String key, BooleanSupplier buysFirst) {}
