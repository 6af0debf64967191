package jp.otodoke.payments;

import jp.otodoke.payments.RefundEntry.Route;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to be given back.
 *
 * @param amount above zero
 * @param account for a transfer; null if it is the one known from before, or the customer is still to be asked
 */
public record NewRefund(OrderNumber order, Yen amount, Route route, String reason, @Nullable PayeeAccount account) {}
