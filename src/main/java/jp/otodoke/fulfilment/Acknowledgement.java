package jp.otodoke.fulfilment;

/** The warehouse's answer to an instruction. */
public record Acknowledgement(String shipmentNumber, boolean accepted, String code, String text) {}
