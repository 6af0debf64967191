package jp.otodoke.orders;

import org.jspecify.annotations.Nullable;

/** An order was accepted. Published in the same transaction. */
public record OrderPlaced(String orderNumber, @Nullable String cardToken) {}
