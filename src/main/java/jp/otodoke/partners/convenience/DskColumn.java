package jp.otodoke.partners.convenience;

import java.util.Arrays;
import java.util.List;

/** The columns of 電算システム's 収納データ, in their order. */
enum DskColumn {
    KIND("種別"),
    PAID_ON("収納日"),
    PAID_AT("収納時刻"),
    BARCODE("バーコード情報"),
    USER1("ユーザー使用欄１"),
    USER2("ユーザー使用欄２"),
    STAMP("印紙フラグ"),
    AMOUNT("金額"),
    HEAD_OFFICE("コンビニ本部コード"),
    STORE("コンビニ名"),
    BRANCH("コンビニ店舗コード"),
    TRANSFER_ON("振込日"),
    MADE_ON("データ作成日");

    static final List<String> HEADER =
            Arrays.stream(values()).map(DskColumn::title).toList();

    private final String title;

    DskColumn(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
