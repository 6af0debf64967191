package jp.otodoke.partners.bank;

/**
 * Where a field of a record stands.
 *
 * @param from the first byte, counted from 1 as the bank's manuals do
 */
record RecordField(String name, int from, int length) {
    static final RecordField RECORD_TYPE = new RecordField("データ区分", 1, 1);
    static final RecordField RECORD = new RecordField("レコード", 1, 200);

    int end() {
        return from + length - 1;
    }
}
