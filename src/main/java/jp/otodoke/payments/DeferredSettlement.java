package jp.otodoke.payments;

import java.time.LocalDate;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;

/**
 * 立替払い: what the provider of 後払い pays out for one transaction.
 *
 * @param amount before the fee; negative where a reduction is taken back
 */
public record DeferredSettlement(String providerId, OrderNumber order, Yen amount, Yen fee, LocalDate paidOn) {}
