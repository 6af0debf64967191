package jp.otodoke.partners.cardupdate;

/** The fields of the files, by the names that the guide gives them, each with its place in its record. */
enum CardUpdateField {
    RECORD("データ区分", 0),
    FILE("ファイル種別", 1),
    UPDATE("洗替番号", 2),
    MONTH("対象月", 3),
    CARD("明細番号", 1),
    CODE("結果コード", 2),
    LAST4("末尾4桁", 3),
    EXPIRES("有効期限", 4),
    COUNT("件数", 1),
    USABLE("有効件数", 2);

    /** What stands in the header of either file. */
    static final String KIND = "ARAIGAE";

    static final int HEADER_WIDTH = 4;
    static final int DATA_WIDTH = 5;
    static final int TRAILER_WIDTH = 3;

    private final String title;
    private final int index;

    CardUpdateField(String title, int index) {
        this.title = title;
        this.index = index;
    }

    String title() {
        return title;
    }

    int index() {
        return index;
    }
}
