package jp.otodoke.orders;

/** @param created false where the channel's order was known before */
public record PlacementResult(String orderNumber, boolean created) {}
