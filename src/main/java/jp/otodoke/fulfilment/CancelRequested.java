package jp.otodoke.fulfilment;

import jp.otodoke.shared.ShipmentNumber;

/** The warehouse is to be asked to cancel a shipment. Published in the same transaction. */
public record CancelRequested(ShipmentNumber shipmentNumber, String requestId, String reason) {}
