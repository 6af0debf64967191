package jp.otodoke.fulfilment;

/** A shipment is ready to be instructed to the warehouse. Published in the same transaction. */
public record InstructionReady(String shipmentNumber, int revision) {}
