package jp.otodoke.orders;

import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;

/**
 * An order is no longer on hold. Published in the same transaction.
 *
 * @param reason why it was
 */
public record HoldReleased(OrderNumber orderNumber, @Nullable String reason) {}
