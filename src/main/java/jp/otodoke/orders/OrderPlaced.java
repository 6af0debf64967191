package jp.otodoke.orders;

import org.jspecify.annotations.Nullable;

/** An order was taken in; published in the same transaction. */
public record OrderPlaced(String orderNumber, @Nullable String cardToken) {}
