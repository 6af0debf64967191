package jp.otodoke.fulfilment;

import jp.otodoke.shared.ShipmentNumber;

/**
 * The warehouse is to be asked to cancel a shipment. Published in the same transaction.
 *
 * @param warehouse its code, as in the stock ledger
 */
public record CancelRequested(ShipmentNumber shipmentNumber, String requestId, String reason, String warehouse) {}
