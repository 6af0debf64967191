package jp.otodoke.partners.shop;

import java.util.List;

/** The columns of Shopify's orders export that we read. */
final class ShopifyColumns {
    static final Column NUMBER = Column.of("Name");
    static final Column EMAIL = Column.of("Email");
    static final Column FINANCIAL = Column.of("Financial Status");
    static final Column FULFILLMENT = Column.of("Fulfillment Status");
    static final Column CURRENCY = Column.of("Currency");
    static final Column SUBTOTAL = Column.of("Subtotal");
    static final Column SHIPPING = Column.of("Shipping");
    static final Column TOTAL = Column.of("Total");
    static final Column DISCOUNT = Column.of("Discount Amount");
    static final Column CREATED_AT = Column.of("Created at");
    static final Column QUANTITY = Column.of("Lineitem quantity");
    static final Column NAME = Column.of("Lineitem name");
    static final Column PRICE = Column.of("Lineitem price");
    static final Column SKU = Column.of("Lineitem sku");
    static final Column LINE_DISCOUNT = Column.of("Lineitem discount");
    static final Column BUYER_NAME = Column.of("Billing Name");
    static final Column BUYER_ADDRESS1 = Column.of("Billing Address1", "Billing Street");
    static final Column BUYER_ADDRESS2 = Column.of("Billing Address2");
    static final Column BUYER_COMPANY = Column.of("Billing Company");
    static final Column BUYER_CITY = Column.of("Billing City");
    static final Column BUYER_ZIP = Column.of("Billing Zip");
    static final Column BUYER_PROVINCE = Column.of("Billing Province", "Billing Province Name");
    static final Column BUYER_COUNTRY = Column.of("Billing Country");
    static final Column BUYER_PHONE = Column.of("Billing Phone");
    static final Column TO_NAME = Column.of("Shipping Name");
    static final Column TO_ADDRESS1 = Column.of("Shipping Address1", "Shipping Street");
    static final Column TO_ADDRESS2 = Column.of("Shipping Address2");
    static final Column TO_COMPANY = Column.of("Shipping Company");
    static final Column TO_CITY = Column.of("Shipping City");
    static final Column TO_ZIP = Column.of("Shipping Zip");
    static final Column TO_PROVINCE = Column.of("Shipping Province", "Shipping Province Name");
    static final Column TO_COUNTRY = Column.of("Shipping Country");
    static final Column TO_PHONE = Column.of("Shipping Phone");
    static final Column PHONE = Column.of("Phone");
    static final Column NOTES = Column.of("Notes");
    static final Column NOTE_ATTRIBUTES = Column.of("Note Attributes");
    static final Column CANCELLED_AT = Column.of("Cancelled at");
    static final Column METHOD = Column.of("Payment Method");

    static final List<Column> REQUIRED = List.of(
            NUMBER,
            FINANCIAL,
            TOTAL,
            CREATED_AT,
            QUANTITY,
            PRICE,
            SKU,
            TO_NAME,
            TO_ADDRESS1,
            TO_CITY,
            TO_ZIP,
            TO_PROVINCE,
            METHOD);

    /**
     * Stands on the first row of an order; other rows leave it out or say the same. Mail address and time, which Shopify
     * repeats, count as the first row has them.
     */
    static final List<Column> OF_ORDER = List.of(
            FINANCIAL,
            FULFILLMENT,
            CURRENCY,
            SUBTOTAL,
            SHIPPING,
            TOTAL,
            DISCOUNT,
            BUYER_NAME,
            BUYER_ADDRESS1,
            BUYER_ADDRESS2,
            BUYER_COMPANY,
            BUYER_CITY,
            BUYER_ZIP,
            BUYER_PROVINCE,
            BUYER_PHONE,
            TO_NAME,
            TO_ADDRESS1,
            TO_ADDRESS2,
            TO_COMPANY,
            TO_CITY,
            TO_ZIP,
            TO_PROVINCE,
            TO_PHONE,
            PHONE,
            NOTES,
            NOTE_ATTRIBUTES,
            CANCELLED_AT,
            METHOD);

    /** What the customer ordered, as opposed to how far the shop has come with it. */
    static final List<Column> CONTENT = List.of(
            EMAIL,
            SUBTOTAL,
            SHIPPING,
            TOTAL,
            DISCOUNT,
            QUANTITY,
            PRICE,
            SKU,
            LINE_DISCOUNT,
            BUYER_NAME,
            BUYER_ADDRESS1,
            BUYER_ADDRESS2,
            BUYER_CITY,
            BUYER_ZIP,
            BUYER_PROVINCE,
            TO_NAME,
            TO_ADDRESS1,
            TO_ADDRESS2,
            TO_COMPANY,
            TO_CITY,
            TO_ZIP,
            TO_PROVINCE,
            TO_PHONE,
            NOTES,
            NOTE_ATTRIBUTES,
            METHOD);

    private ShopifyColumns() {}
}
