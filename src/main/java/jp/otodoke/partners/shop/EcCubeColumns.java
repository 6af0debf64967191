package jp.otodoke.partners.shop;

import java.util.List;

/** The columns of EC-CUBE 4's 受注CSV that we read; the shop chooses which there are and in which order. */
final class EcCubeColumns {
    static final Column NUMBER = Column.of("注文番号");
    static final Column MEMBER = Column.of("会員ID");
    static final Column LAST_NAME = Column.of("お名前(姓)", "姓", "注文者_お名前(姓)");
    static final Column FIRST_NAME = Column.of("お名前(名)", "名", "注文者_お名前(名)");
    static final Column LAST_KANA = Column.of("お名前(セイ)", "お名前(フリガナ・姓)", "セイ");
    static final Column FIRST_KANA = Column.of("お名前(メイ)", "お名前(フリガナ・名)", "メイ");
    static final Column COMPANY = Column.of("会社名");
    static final Column POSTAL_CODE = Column.of("郵便番号");
    static final Column PREFECTURE = Column.of("都道府県(名称)", "都道府県", "都道府県(ID)");
    static final Column ADDRESS1 = Column.of("住所1");
    static final Column ADDRESS2 = Column.of("住所2");
    static final Column EMAIL = Column.of("メールアドレス");
    static final Column PHONE = Column.of("TEL", "電話番号");
    static final Column SEX = Column.of("性別(名称)", "性別");
    static final Column BIRTH_DATE = Column.of("誕生日");
    static final Column SHOP_MEMO = Column.of("ショップ用メモ欄");
    static final Column CUSTOMER_NOTE = Column.of("お問い合わせ", "お問い合わせ内容", "備考");
    static final Column SUBTOTAL = Column.of("小計");
    static final Column DISCOUNT = Column.of("値引き");
    static final Column SHIPPING = Column.of("送料");
    static final Column FEE = Column.of("手数料");
    static final Column TAX = Column.of("税金");
    static final Column TOTAL = Column.of("合計", "支払合計");
    static final Column PAYMENT_TOTAL = Column.of("支払合計");
    static final Column STATUS_ID = Column.of("対応状況(ID)");
    static final Column STATUS = Column.of("対応状況(名称)", "対応状況", "対応状況(ID)");
    static final Column METHOD = Column.of("支払方法(名称)", "支払方法", "お支払方法");
    static final Column ORDERED_AT = Column.of("受注日", "注文日時", "注文日");
    static final Column PAID_AT = Column.of("入金日");
    static final Column NAME = Column.of("商品名");
    static final Column SKU = Column.of("商品コード");
    static final Column CLASS1 = Column.of("規格分類名1");
    static final Column CLASS2 = Column.of("規格分類名2");
    static final Column PRICE = Column.of("価格");
    static final Column QUANTITY = Column.of("個数", "数量");
    static final Column KIND_ID = Column.of("明細区分(ID)");
    static final Column KIND = Column.of("明細区分(名称)", "明細区分", "明細区分(ID)");
    static final Column SHIPPING_ID = Column.of("出荷ID");
    static final Column TO_LAST_NAME = Column.of("配送先_お名前(姓)");
    static final Column TO_FIRST_NAME = Column.of("配送先_お名前(名)");
    static final Column TO_LAST_KANA = Column.of("配送先_お名前(セイ)");
    static final Column TO_FIRST_KANA = Column.of("配送先_お名前(メイ)");
    static final Column TO_COMPANY = Column.of("配送先_会社名");
    static final Column TO_POSTAL_CODE = Column.of("配送先_郵便番号");
    static final Column TO_PREFECTURE = Column.of("配送先_都道府県(名称)", "配送先_都道府県", "配送先_都道府県(ID)");
    static final Column TO_ADDRESS1 = Column.of("配送先_住所1");
    static final Column TO_ADDRESS2 = Column.of("配送先_住所2");
    static final Column TO_PHONE = Column.of("配送先_TEL");
    static final Column SLOT = Column.of("お届け時間(名称)", "お届け時間", "お届け時間名");
    static final Column DATE = Column.of("お届け希望日");
    static final Column DELIVERY_MEMO = Column.of("配達用メモ");

    static final List<Column> REQUIRED = List.of(
            NUMBER,
            LAST_NAME,
            POSTAL_CODE,
            PREFECTURE,
            ADDRESS1,
            TOTAL,
            METHOD,
            ORDERED_AT,
            SKU,
            PRICE,
            QUANTITY,
            KIND);

    /** What repeats on every row of an order. */
    static final List<Column> OF_ORDER = List.of(
            MEMBER,
            LAST_NAME,
            FIRST_NAME,
            LAST_KANA,
            FIRST_KANA,
            COMPANY,
            POSTAL_CODE,
            PREFECTURE,
            ADDRESS1,
            ADDRESS2,
            EMAIL,
            PHONE,
            SEX,
            BIRTH_DATE,
            SHOP_MEMO,
            CUSTOMER_NOTE,
            SUBTOTAL,
            DISCOUNT,
            SHIPPING,
            FEE,
            TAX,
            TOTAL,
            PAYMENT_TOTAL,
            STATUS,
            METHOD,
            ORDERED_AT,
            PAID_AT);

    /** What repeats on every row of one shipment of it. */
    static final List<Column> OF_DOOR = List.of(
            TO_LAST_NAME,
            TO_FIRST_NAME,
            TO_LAST_KANA,
            TO_FIRST_KANA,
            TO_COMPANY,
            TO_POSTAL_CODE,
            TO_PREFECTURE,
            TO_ADDRESS1,
            TO_ADDRESS2,
            TO_PHONE,
            SLOT,
            DATE,
            DELIVERY_MEMO);

    /** What the customer ordered, as opposed to how far the shop has come with it. */
    static final List<Column> CONTENT = List.of(
            MEMBER,
            LAST_NAME,
            FIRST_NAME,
            COMPANY,
            POSTAL_CODE,
            PREFECTURE,
            ADDRESS1,
            ADDRESS2,
            EMAIL,
            PHONE,
            CUSTOMER_NOTE,
            SUBTOTAL,
            DISCOUNT,
            SHIPPING,
            TOTAL,
            METHOD,
            SKU,
            PRICE,
            QUANTITY,
            KIND,
            SHIPPING_ID,
            TO_LAST_NAME,
            TO_FIRST_NAME,
            TO_COMPANY,
            TO_POSTAL_CODE,
            TO_PREFECTURE,
            TO_ADDRESS1,
            TO_ADDRESS2,
            TO_PHONE,
            SLOT,
            DATE,
            DELIVERY_MEMO);

    private EcCubeColumns() {}
}
