package jp.otodoke.partners.bank;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Of a trailer, in their order. */
    static final List<RecordField> TOTALS =
            List.of(TOTAL_COUNT, TOTAL_AMOUNT, DONE_COUNT, DONE_AMOUNT, FAIL_COUNT, FAIL_AMOUNT);

    /** Numbers that are no codes, so that zeros before them mean nothing. */
    static final Set<RecordField> AMOUNTS =
            Stream.concat(TOTALS.stream(), Stream.of(AMOUNT)).collect(Collectors.toSet());

    private static final List<RecordField> HEADER = List.of(
            RECORD_TYPE,
            BUSINESS_TYPE,
            CODE_DIVISION,
            CONSIGNOR_CODE,
            CONSIGNOR_NAME,
            DEBIT_DATE,
            BANK_CODE,
            BANK_NAME,
            BRANCH_CODE,
            BRANCH_NAME,
            ACCOUNT_TYPE,
            ACCOUNT_NUMBER,
            filler(104, 17));
    private static final List<RecordField> DATA = List.of(
            RECORD_TYPE,
            PAYER_BANK_CODE,
            new RecordField("引落銀行名", 6, 15),
            PAYER_BRANCH_CODE,
            new RecordField("引落支店名", 24, 15),
            filler(39, 4),
            PAYER_ACCOUNT_TYPE,
            PAYER_ACCOUNT_NUMBER,
            PAYER_NAME,
            AMOUNT,
            NEW_CODE,
            CUSTOMER_NUMBER,
            RESULT_CODE,
            filler(113, 8));
    private static final List<RecordField> TRAILER = Stream.of(
                    Stream.of(RECORD_TYPE), TOTALS.stream(), Stream.of(filler(56, 65)))
            .flatMap(fields -> fields)
            .toList();
    private static final List<RecordField> END = List.of(RECORD_TYPE, filler(2, 119));

    /** Those that hold digits only; a result code of an agency may be a letter. */
    static final Set<RecordField> NUMBERS = Stream.concat(
                    AMOUNTS.stream(),
                    Stream.of(
                            BUSINESS_TYPE,
                            CODE_DIVISION,
                            CONSIGNOR_CODE,
                            DEBIT_DATE,
                            BANK_CODE,
                            BRANCH_CODE,
                            ACCOUNT_TYPE,
                            ACCOUNT_NUMBER,
                            PAYER_BANK_CODE,
                            PAYER_BRANCH_CODE,
                            PAYER_ACCOUNT_TYPE,
                            PAYER_ACCOUNT_NUMBER,
                            NEW_CODE,
                            CUSTOMER_NUMBER))
            .collect(Collectors.toSet());

    private DebitLayout() {}

    /** All fields of a type of record, in their order; none of an unknown type. */
    static List<RecordField> fields(char type) {
        return switch (type) {
            case '1' -> HEADER;
            case '2' -> DATA;
            case '8' -> TRAILER;
            case '9' -> END;
            default -> List.of();
        };
    }

    /** The number of the column of a field that begins there, from 1. */
    static int place(String field, int from) {
        return Stream.of(HEADER, DATA, TRAILER, END)
                .filter(fields -> fields.stream().anyMatch(one -> one.name().equals(field) && one.from() == from))
                .map(fields -> (int) fields.stream()
                                .takeWhile(one -> one.from() < from)
                                .count()
                        + 1)
                .findFirst()
                .orElse(1);
    }

    private static RecordField filler(int from, int length) {
        return new RecordField("ダミー", from, length);
    }
}
