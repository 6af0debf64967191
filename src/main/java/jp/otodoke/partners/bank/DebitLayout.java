package jp.otodoke.partners.bank;

/** 預金口座振替 (種別 91): the fields of its records of 120 bytes, the same in request and result. */
final class DebitLayout {
    static final int LENGTH = 120;
    static final String BUSINESS = "91";

    static final RecordField RECORD = new RecordField("レコード", 1, LENGTH);
    static final RecordField RECORD_TYPE = RecordField.RECORD_TYPE;

    static final RecordField BUSINESS_TYPE = new RecordField("種別コード", 2, 2);
    static final RecordField CODE_DIVISION = new RecordField("コード区分", 4, 1);
    static final RecordField CONSIGNOR_CODE = new RecordField("委託者コード", 5, 10);
    static final RecordField CONSIGNOR_NAME = new RecordField("委託者名", 15, 40);
    static final RecordField DEBIT_DATE = new RecordField("引落日", 55, 4);
    static final RecordField BANK_CODE = new RecordField("取引銀行番号", 59, 4);
    static final RecordField BANK_NAME = new RecordField("取引銀行名", 63, 15);
    static final RecordField BRANCH_CODE = new RecordField("取引支店番号", 78, 3);
    static final RecordField BRANCH_NAME = new RecordField("取引支店名", 81, 15);
    static final RecordField ACCOUNT_TYPE = new RecordField("預金種目", 96, 1);
    static final RecordField ACCOUNT_NUMBER = new RecordField("口座番号", 97, 7);

    static final RecordField PAYER_BANK_CODE = new RecordField("引落銀行番号", 2, 4);
    static final RecordField PAYER_BRANCH_CODE = new RecordField("引落支店番号", 21, 3);
    static final RecordField PAYER_ACCOUNT_TYPE = new RecordField("預金種目", 43, 1);
    static final RecordField PAYER_ACCOUNT_NUMBER = new RecordField("口座番号", 44, 7);
    static final RecordField PAYER_NAME = new RecordField("預金者名", 51, 30);
    static final RecordField AMOUNT = new RecordField("引落金額", 81, 10);
    static final RecordField NEW_CODE = new RecordField("新規コード", 91, 1);
    static final RecordField CUSTOMER_NUMBER = new RecordField("顧客番号", 92, 20);
    static final RecordField RESULT_CODE = new RecordField("振替結果コード", 112, 1);

    static final RecordField TOTAL_COUNT = new RecordField("合計件数", 2, 6);
    static final RecordField TOTAL_AMOUNT = new RecordField("合計金額", 8, 12);
    static final RecordField DONE_COUNT = new RecordField("振替済件数", 20, 6);
    static final RecordField DONE_AMOUNT = new RecordField("振替済金額", 26, 12);
    static final RecordField FAIL_COUNT = new RecordField("振替不能件数", 38, 6);
    static final RecordField FAIL_AMOUNT = new RecordField("振替不能金額", 44, 12);

    private DebitLayout() {}
}
