package jp.otodoke.partners.convenience;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A file of 電算システム as a test writes it. */
public final class DskText {
    public static final Charset CP932 = Charset.forName("windows-31j");
    public static final String HEADER =
            "種別,収納日,収納時刻,バーコード情報,ユーザー使用欄１,ユーザー使用欄２,印紙フラグ,金額,コンビニ本部コード,コンビニ名,コンビニ店舗コード,振込日,データ作成日";

    private final List<String> rows = new ArrayList<>();

    public static DskText file() {
        return new DskText();
    }

    /** Paid at 18:15 of that day. */
    public DskText row(String kind, LocalDate day, String barcode, long amount) {
        return row(kind, day, "1815", barcode, amount);
    }

    public DskText row(String kind, LocalDate day, String time, String barcode, long amount) {
        var transfer = List.of("02", "12", "22").contains(kind) ? day(day.plusDays(12)) : "0";
        return row("%s,%s,%s,EAN%s,000001,01234999001,0,%d,010,\"セブン－イレブン\",110001,%s,%s"
                .formatted(kind, day(day), time, barcode, amount, transfer, day(day.plusDays(1))));
    }

    public DskText row(String text) {
        rows.add(text);
        return this;
    }

    public byte[] bytes() {
        return (HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n").getBytes(CP932);
    }

    private static String day(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
