package jp.otodoke.fulfilment;

import jp.otodoke.shared.ShipmentNumber;

/** The warehouse's answer to a cancellation request. */
public record CancelAnswer(String requestId, ShipmentNumber shipmentNumber, CancelResult result) {}
