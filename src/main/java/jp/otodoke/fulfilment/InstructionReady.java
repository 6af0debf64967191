package jp.otodoke.fulfilment;

/**
 * A shipment is ready to be instructed to the warehouse. Published in the same transaction.
 *
 * @param warehouse its code, as in the stock ledger
 */
public record InstructionReady(String shipmentNumber, int revision, String warehouse) {}
