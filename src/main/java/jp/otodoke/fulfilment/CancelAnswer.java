package jp.otodoke.fulfilment;

/** The warehouse's answer to a request to cancel. */
public record CancelAnswer(String requestId, String shipmentNumber, CancelResult result) {}
