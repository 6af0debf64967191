package jp.otodoke.fulfilment;

import jp.otodoke.shared.ShipmentNumber;

/** The warehouse's answer to an instruction. */
public record Acknowledgement(ShipmentNumber shipmentNumber, boolean accepted, String code, String text) {}
