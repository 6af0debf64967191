package jp.otodoke.partners.bank;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** What an agency makes of a request: its records with result codes and totals. */
final class DebitText {
    static final Charset KANA = Charset.forName("windows-31j");
    private static final int LENGTH = 120;

    private final List<String> records = new ArrayList<>();

    /** @param request with or without line breaks */
    static DebitText answer(byte[] request) {
        var text = new DebitText();
        var all = new String(request, KANA).replace("\r\n", "");
        for (int at = 0; at < all.length(); at += LENGTH) {
            text.records.add(all.substring(at, at + LENGTH));
        }
        return text;
    }

    int rows() {
        return records.size() - 3;
    }

    /** @param codes of the rows, in their order; the last one repeats */
    DebitText with(String... codes) {
        for (int row = 0; row < rows(); row++) {
            var code = codes[Math.min(row, codes.length - 1)];
            record(row + 2, record -> record.substring(0, 111) + code + record.substring(112));
        }
        return totals();
    }

    /** The totals as they follow from the rows. */
    DebitText totals() {
        var data = records.subList(1, records.size() - 2);
        var all = AmountTotal.of(amounts(data));
        var done = AmountTotal.of(
                amounts(data.stream().filter(r -> r.charAt(111) == '0').toList()));
        var failed = all.minus(done);
        records.set(
                records.size() - 2,
                pad("8%06d%012d%06d%012d%06d%012d"
                        .formatted(
                                all.count(),
                                all.amount(),
                                done.count(),
                                done.amount(),
                                failed.count(),
                                failed.amount())));
        return this;
    }

    private static List<Long> amounts(List<String> data) {
        return data.stream()
                .map(record -> Long.parseLong(record.substring(80, 90)))
                .toList();
    }

    /** @param number of the record, from 1 */
    DebitText record(int number, UnaryOperator<String> change) {
        records.set(number - 1, change.apply(records.get(number - 1)));
        return this;
    }

    DebitText without(int number) {
        records.remove(number - 1);
        return this;
    }

    /** Puts a text at a byte of a record. */
    DebitText at(int number, int position, String text) {
        return record(
                number,
                record -> record.substring(0, position - 1) + text + record.substring(position - 1 + text.length()));
    }

    byte[] crlf() {
        return (String.join("\r\n", records) + "\r\n").getBytes(KANA);
    }

    byte[] unbroken() {
        return String.join("", records).getBytes(KANA);
    }

    byte[] half() {
        var whole = crlf();
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static String pad(String text) {
        return text + " ".repeat(LENGTH - text.length());
    }
}
