package jp.otodoke.fulfilment;

/** The warehouse's answer to a cancellation request. */
public record CancelAnswer(String requestId, String shipmentNumber, CancelResult result) {}
