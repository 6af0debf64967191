package jp.otodoke.payments;

import java.time.LocalDate;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Yen;

/**
 * What a customer is to owe without an order.
 *
 * @param amount with tax, above zero
 * @param taxRate percent
 */
public record NewReceivable(CustomerNumber customer, ReceivableKind kind, Yen amount, int taxRate, LocalDate dueDate) {}
