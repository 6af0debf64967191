package jp.otodoke.payments;

import java.time.LocalDate;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;

/** The customer was asked to pay in advance. Published in the same transaction. */
public record PaymentRequested(OrderNumber orderNumber, PaymentMethod method, Yen amount, LocalDate dueBy) {}
