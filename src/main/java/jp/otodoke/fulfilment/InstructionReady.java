package jp.otodoke.fulfilment;

/** The warehouse is to be told to ship this. Published in the same transaction. */
public record InstructionReady(String shipmentNumber, int revision) {}
