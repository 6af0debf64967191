package jp.otodoke.orders;

/** State of a payment taken by the shop's own payment service; such a payment is never sent to the card gateway. */
public enum ShopPayment {
    NONE,
    AUTHORISED,
    PAID
}
