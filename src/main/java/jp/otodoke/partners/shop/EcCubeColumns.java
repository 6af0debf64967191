package jp.otodoke.partners.shop;

import java.util.List;
import jp.otodoke.platform.csv.CsvColumn;

/** The columns of EC-CUBE 4's 受注CSV that are read; the shop chooses which there are and in which order. */
final class EcCubeColumns {
    static final CsvColumn NUMBER = CsvColumn.of("注文番号");
    static final CsvColumn MEMBER = CsvColumn.of("会員ID");
    static final CsvColumn LAST_NAME = CsvColumn.of("お名前(姓)", "姓", "注文者_お名前(姓)");
    static final CsvColumn FIRST_NAME = CsvColumn.of("お名前(名)", "名", "注文者_お名前(名)");
    static final CsvColumn LAST_KANA = CsvColumn.of("お名前(セイ)", "お名前(フリガナ・姓)", "セイ");
    static final CsvColumn FIRST_KANA = CsvColumn.of("お名前(メイ)", "お名前(フリガナ・名)", "メイ");
    static final CsvColumn COMPANY = CsvColumn.of("会社名");
    static final CsvColumn POSTAL_CODE = CsvColumn.of("郵便番号");
    static final CsvColumn PREFECTURE = CsvColumn.of("都道府県(名称)", "都道府県", "都道府県(ID)");
    static final CsvColumn ADDRESS1 = CsvColumn.of("住所1");
    static final CsvColumn ADDRESS2 = CsvColumn.of("住所2");
    static final CsvColumn EMAIL = CsvColumn.of("メールアドレス");
    static final CsvColumn PHONE = CsvColumn.of("TEL", "電話番号");
    static final CsvColumn SEX = CsvColumn.of("性別(名称)", "性別");
    static final CsvColumn BIRTH_DATE = CsvColumn.of("誕生日");
    static final CsvColumn SHOP_MEMO = CsvColumn.of("ショップ用メモ欄");
    static final CsvColumn CUSTOMER_NOTE = CsvColumn.of("お問い合わせ", "お問い合わせ内容", "備考");
    static final CsvColumn SUBTOTAL = CsvColumn.of("小計");
    static final CsvColumn DISCOUNT = CsvColumn.of("値引き");
    static final CsvColumn SHIPPING = CsvColumn.of("送料");
    static final CsvColumn FEE = CsvColumn.of("手数料");
    static final CsvColumn TAX = CsvColumn.of("税金");
    static final CsvColumn TOTAL = CsvColumn.of("合計", "支払合計");
    static final CsvColumn PAYMENT_TOTAL = CsvColumn.of("支払合計");
    static final CsvColumn STATUS_ID = CsvColumn.of("対応状況(ID)");
    static final CsvColumn STATUS = CsvColumn.of("対応状況(名称)", "対応状況", "対応状況(ID)");
    static final CsvColumn METHOD = CsvColumn.of("支払方法(名称)", "支払方法", "お支払方法");
    static final CsvColumn ORDERED_AT = CsvColumn.of("受注日", "注文日時", "注文日");
    static final CsvColumn PAID_AT = CsvColumn.of("入金日");
    static final CsvColumn NAME = CsvColumn.of("商品名");
    static final CsvColumn SKU = CsvColumn.of("商品コード");
    static final CsvColumn CLASS1 = CsvColumn.of("規格分類名1");
    static final CsvColumn CLASS2 = CsvColumn.of("規格分類名2");
    static final CsvColumn PRICE = CsvColumn.of("価格");
    static final CsvColumn QUANTITY = CsvColumn.of("個数", "数量");
    static final CsvColumn TAX_RATE = CsvColumn.of("税率", "消費税率");
    static final CsvColumn KIND_ID = CsvColumn.of("明細区分(ID)");
    static final CsvColumn KIND = CsvColumn.of("明細区分(名称)", "明細区分", "明細区分(ID)");
    static final CsvColumn SHIPPING_ID = CsvColumn.of("出荷ID");
    static final CsvColumn TO_LAST_NAME = CsvColumn.of("配送先_お名前(姓)");
    static final CsvColumn TO_FIRST_NAME = CsvColumn.of("配送先_お名前(名)");
    static final CsvColumn TO_LAST_KANA = CsvColumn.of("配送先_お名前(セイ)");
    static final CsvColumn TO_FIRST_KANA = CsvColumn.of("配送先_お名前(メイ)");
    static final CsvColumn TO_COMPANY = CsvColumn.of("配送先_会社名");
    static final CsvColumn TO_POSTAL_CODE = CsvColumn.of("配送先_郵便番号");
    static final CsvColumn TO_PREFECTURE = CsvColumn.of("配送先_都道府県(名称)", "配送先_都道府県", "配送先_都道府県(ID)");
    static final CsvColumn TO_ADDRESS1 = CsvColumn.of("配送先_住所1");
    static final CsvColumn TO_ADDRESS2 = CsvColumn.of("配送先_住所2");
    static final CsvColumn TO_PHONE = CsvColumn.of("配送先_TEL");
    static final CsvColumn SLOT = CsvColumn.of("お届け時間(名称)", "お届け時間", "お届け時間名");
    static final CsvColumn DATE = CsvColumn.of("お届け希望日");
    static final CsvColumn DELIVERY_MEMO = CsvColumn.of("配達用メモ");

    static final List<CsvColumn> REQUIRED = List.of(
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

    /** The values repeated on every row of an order. */
    static final List<CsvColumn> OF_ORDER = List.of(
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

    /** The values repeated on every row of one shipment of it. */
    static final List<CsvColumn> DESTINATION_COLUMNS = List.of(
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

    /** What the customer ordered, as opposed to the shop's processing status. */
    static final List<CsvColumn> CONTENT = List.of(
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
