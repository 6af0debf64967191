package jp.otodoke.orders;

/** What the shop's own payment service has done: such a payment is never sent to our gateway. */
public enum ShopPayment {
    NONE,
    AUTHORISED,
    PAID
}
