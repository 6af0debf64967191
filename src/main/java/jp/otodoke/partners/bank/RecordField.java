package jp.otodoke.partners.bank;

/**
 * The position of a field in a record.
 *
 * @param from the first byte, counted from 1 as in the bank's manuals
 */
record RecordField(String name, int from, int length) {
    static final RecordField RECORD_TYPE = new RecordField("データ区分", 1, 1);
    static final RecordField RECORD = new RecordField("レコード", 1, 200);

    int end() {
        return from + length - 1;
    }
}
