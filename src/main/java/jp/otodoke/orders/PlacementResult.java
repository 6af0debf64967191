package jp.otodoke.orders;

/** @param created false if the channel's order had been accepted before */
public record PlacementResult(String orderNumber, boolean created) {}
