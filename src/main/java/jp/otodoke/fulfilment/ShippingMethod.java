package jp.otodoke.fulfilment;

/**
 * Which warehouse sends a shipment, and by whom.
 *
 * @param warehouse its code, as the stock ledger knows it
 * @param carrier the carrier's code, such as {@code YAMATO}
 * @param service what is ordered of the carrier, such as {@code TAKKYUBIN}
 */
record ShippingMethod(String warehouse, String carrier, String service) {}
