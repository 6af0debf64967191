package jp.otodoke.fulfilment;

/**
 * The warehouse, carrier and service of a shipment.
 *
 * @param warehouse code, as in the stock ledger
 * @param carrier the carrier's code, such as {@code YAMATO}
 * @param service the carrier's service, such as {@code TAKKYUBIN}
 */
record ShippingMethod(String warehouse, String carrier, String service) {}
