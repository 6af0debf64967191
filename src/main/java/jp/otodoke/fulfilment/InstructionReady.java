package jp.otodoke.fulfilment;

import jp.otodoke.shared.ShipmentNumber;

/**
 * A shipment is ready to be instructed to the warehouse. Published in the same transaction.
 *
 * @param warehouse its code, as in the stock ledger
 */
public record InstructionReady(ShipmentNumber shipmentNumber, int revision, String warehouse) {}
