package jp.otodoke.orders;

import org.jspecify.annotations.Nullable;

/** What the order costs or how it is paid has changed; published in the same transaction. */
public record OrderRepriced(String orderNumber, PaymentMethod method, long total, @Nullable String cardToken) {}
