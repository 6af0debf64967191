package jp.otodoke.payments;

import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;

/**
 * A customer has given another card by a link.
 *
 * @param former the card in whose place it pays; null if there was none
 */
public record CardGiven(OrderNumber order, CustomerNumber customer, CardToken token, @Nullable CardToken former) {}
