package jp.otodoke.partners.bank;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Writes deposit files as a bank does. */
final class ZenginText {
    private static final Charset KANA = Charset.forName("windows-31j");

    private final List<String> records = new ArrayList<>();
    private long count;
    private long total;
    private long cancelCount;
    private long cancelTotal;

    static ZenginText file() {
        var file = new ZenginText();
        file.add("1" + "01" + "0" + "081127" + "081127" + "081127" + "9999" + pad("ﾃｽﾄ", 15) + "001" + pad("ﾎﾝﾃﾝ", 15)
                + "1" + "1234567" + pad("ｶ)ﾐﾎﾝ", 40));
        return file;
    }

    /** A statement (種別 03) of the same account, whose numbers are longer there. */
    static ZenginText statement() {
        var file = new ZenginText();
        file.add("1" + "03" + "0" + "081127" + "081127" + "081127" + "9999" + pad("ﾃｽﾄ", 15) + "001" + pad("ﾎﾝﾃﾝ", 15)
                + "000" + "1" + "0001234567" + pad("ｶ)ﾐﾎﾝ", 40));
        return file;
    }

    ZenginText movement(String date, int inquiry, long amount, String remitter) {
        count++;
        total += amount;
        return add("2" + "%08d".formatted(inquiry) + date + date + "1" + "11" + "%012d".formatted(amount)
                + "%012d".formatted(0) + "000000" + "000000" + "0" + "0000000" + "000" + "0000000000"
                + pad(remitter, 48));
    }

    ZenginText statementTrailer() {
        return add("8%06d%013d%06d%013d".formatted(count, total, 0, 0));
    }

    ZenginText transfer(String date, long amount, String remitter) {
        return row(date, amount, remitter, "0", "");
    }

    ZenginText cancelled(String date, long amount, String remitter) {
        return row(date, amount, remitter, "1", "");
    }

    /** Format B: an amount above ten digits stands in the second place. */
    ZenginText large(String date, long amount, String remitter) {
        return row(date, 0, amount, remitter, "0", "%012d%012d".formatted(amount, 0));
    }

    private ZenginText row(String date, long amount, String remitter, String cancel, String rest) {
        return row(date, amount, amount, remitter, cancel, rest);
    }

    private ZenginText row(String date, long stated, long amount, String remitter, String cancel, String rest) {
        if (cancel.equals("1")) {
            cancelCount++;
            cancelTotal += amount;
        } else {
            count++;
            total += amount;
        }
        return add("2" + "%06d".formatted(records.size()) + date + date + "%010d".formatted(stated) + "0000000000"
                + "0000000000" + pad(remitter, 48) + pad("ﾃｽﾄ", 15) + pad("ﾆｼ", 15) + cancel + rest);
    }

    ZenginText trailer() {
        return trailer(count, total);
    }

    ZenginText trailer(long statedCount, long statedTotal) {
        return add("8%06d%012d%06d%012d".formatted(statedCount, statedTotal, cancelCount, cancelTotal));
    }

    ZenginText end() {
        return add("9");
    }

    ZenginText add(String record) {
        records.add(pad(record, 200));
        return this;
    }

    byte[] crlf() {
        return (String.join("\r\n", records) + "\r\n").getBytes(KANA);
    }

    byte[] unbroken() {
        return String.join("", records).getBytes(KANA);
    }

    static String pad(String text, int length) {
        return text + " ".repeat(length - text.length());
    }
}
