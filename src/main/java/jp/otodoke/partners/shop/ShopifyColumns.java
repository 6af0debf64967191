package jp.otodoke.partners.shop;

import java.util.List;
import jp.otodoke.platform.csv.CsvColumn;

/** The columns of Shopify's orders export that are read. */
final class ShopifyColumns {
    static final CsvColumn NUMBER = CsvColumn.of("Name");
    static final CsvColumn EMAIL = CsvColumn.of("Email");
    static final CsvColumn FINANCIAL = CsvColumn.of("Financial Status");
    static final CsvColumn FULFILLMENT = CsvColumn.of("Fulfillment Status");
    static final CsvColumn CURRENCY = CsvColumn.of("Currency");
    static final CsvColumn SUBTOTAL = CsvColumn.of("Subtotal");
    static final CsvColumn SHIPPING = CsvColumn.of("Shipping");
    static final CsvColumn TOTAL = CsvColumn.of("Total");
    static final CsvColumn DISCOUNT = CsvColumn.of("Discount Amount");
    static final CsvColumn CREATED_AT = CsvColumn.of("Created at");
    static final CsvColumn QUANTITY = CsvColumn.of("Lineitem quantity");
    static final CsvColumn NAME = CsvColumn.of("Lineitem name");
    static final CsvColumn PRICE = CsvColumn.of("Lineitem price");
    static final CsvColumn SKU = CsvColumn.of("Lineitem sku");
    static final CsvColumn LINE_DISCOUNT = CsvColumn.of("Lineitem discount");
    static final CsvColumn BUYER_NAME = CsvColumn.of("Billing Name");
    static final CsvColumn BUYER_ADDRESS1 = CsvColumn.of("Billing Address1", "Billing Street");
    static final CsvColumn BUYER_ADDRESS2 = CsvColumn.of("Billing Address2");
    static final CsvColumn BUYER_COMPANY = CsvColumn.of("Billing Company");
    static final CsvColumn BUYER_CITY = CsvColumn.of("Billing City");
    static final CsvColumn BUYER_ZIP = CsvColumn.of("Billing Zip");
    static final CsvColumn BUYER_PROVINCE = CsvColumn.of("Billing Province", "Billing Province Name");
    static final CsvColumn BUYER_COUNTRY = CsvColumn.of("Billing Country");
    static final CsvColumn BUYER_PHONE = CsvColumn.of("Billing Phone");
    static final CsvColumn TO_NAME = CsvColumn.of("Shipping Name");
    static final CsvColumn TO_ADDRESS1 = CsvColumn.of("Shipping Address1", "Shipping Street");
    static final CsvColumn TO_ADDRESS2 = CsvColumn.of("Shipping Address2");
    static final CsvColumn TO_COMPANY = CsvColumn.of("Shipping Company");
    static final CsvColumn TO_CITY = CsvColumn.of("Shipping City");
    static final CsvColumn TO_ZIP = CsvColumn.of("Shipping Zip");
    static final CsvColumn TO_PROVINCE = CsvColumn.of("Shipping Province", "Shipping Province Name");
    static final CsvColumn TO_COUNTRY = CsvColumn.of("Shipping Country");
    static final CsvColumn TO_PHONE = CsvColumn.of("Shipping Phone");
    static final CsvColumn PHONE = CsvColumn.of("Phone");
    static final CsvColumn NOTES = CsvColumn.of("Notes");
    static final CsvColumn NOTE_ATTRIBUTES = CsvColumn.of("Note Attributes");
    static final CsvColumn CANCELLED_AT = CsvColumn.of("Cancelled at");
    static final CsvColumn METHOD = CsvColumn.of("Payment Method");

    static final List<CsvColumn> REQUIRED = List.of(
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
     * On the first row of an order; other rows omit them or repeat them. Mail address and time, which Shopify
     * repeats, are taken from the first row.
     */
    static final List<CsvColumn> OF_ORDER = List.of(
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

    /** What the customer ordered, as opposed to the shop's processing status. */
    static final List<CsvColumn> CONTENT = List.of(
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
