package jp.otodoke.partners.bank;

/**
 * Where a field of a record stands.
 *
 * @param from the first byte, counted from 1 as the bank's manuals do
 */
record Field(String name, int from, int length) {
    static final Field RECORD_TYPE = new Field("データ区分", 1, 1);
    static final Field RECORD = new Field("レコード", 1, 200);

    int end() {
        return from + length - 1;
    }
}
