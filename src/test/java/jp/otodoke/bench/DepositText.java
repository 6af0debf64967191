package jp.otodoke.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.function.IntFunction;
import jp.otodoke.mothers.BareRows;

/** A file of the bank with any number of transfers: of a hundred 90 name their claim, eight have the payer's name, two nothing. */
final class DepositText {
    private static final Charset KANA = Charset.forName("windows-31j");
    private static final String HALF_WIDTH = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜ";
    private static final int OF_ONE_ACCOUNT = 250_000;
    private static final int STRANGERS = 2_000_000;

    private DepositText() {}

    /** @param from the number of the first one's claim, from 1 */
    static void write(Path file, int from, int lines) {
        write(file, from, lines, DepositText::remitter);
    }

    /** All of it is left to people: one of ten has almost the name of its claim, the others no claim's. */
    static void left(Path file, int lines) {
        write(file, 1, lines, number -> {
            var name = BareRows.nameOfDue(number % 10 == 0 ? number : STRANGERS + number);
            return halfWidth(number % 10 == 0 ? name.substring(0, name.length() - 1) + 'ヌ' : name);
        });
    }

    private static void write(Path file, int from, int lines, IntFunction<String> remitter) {
        try (var out = Files.newBufferedWriter(file, KANA)) {
            for (int first = from; first < from + lines; first += OF_ONE_ACCOUNT) {
                group(out, first, Math.min(first + OF_ONE_ACCOUNT, from + lines), remitter);
            }
            record(out, "9");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int matched(int from, int lines) {
        int strangers = 0;
        for (int number = from; number < from + lines; number++) {
            strangers += number % 100 >= 98 ? 1 : 0;
        }
        return lines - strangers;
    }

    private static void group(Writer out, int from, int to, IntFunction<String> remitter) throws IOException {
        record(
                out,
                "1" + "01" + "0" + "081124" + "081124" + "081124" + "9999" + pad("ﾃｽﾄ", 15) + "001" + pad("ﾎﾝﾃﾝ", 15)
                        + "1" + "%07d".formatted(1_000_000 + from / OF_ONE_ACCOUNT) + pad("ｶ)ﾐﾎﾝ", 40));
        long total = 0;
        for (int number = from; number < to; number++) {
            long amount = BareRows.amountOfDue(number);
            total += amount;
            record(
                    out,
                    "2%06d081124081124%010d%s%s%s%s0"
                            .formatted(
                                    number % OF_ONE_ACCOUNT + 1,
                                    amount,
                                    "0".repeat(20),
                                    pad(remitter.apply(number), 48),
                                    pad("ﾃｽﾄ", 15),
                                    pad("ﾆｼ", 15)));
        }
        record(out, "8%06d%012d%s".formatted(to - from, total, "0".repeat(18)));
    }

    private static String remitter(int number) {
        int kind = number % 100;
        if (kind < 90) {
            return "F%08d ".formatted(number) + halfWidth(BareRows.nameOfDue(number));
        }
        return halfWidth(BareRows.nameOfDue(kind < 98 ? number : STRANGERS + number));
    }

    private static String halfWidth(String name) {
        var out = new StringBuilder();
        for (char letter : Normalizer.normalize(name, Normalizer.Form.NFKC).toCharArray()) {
            int at = BareRows.LETTERS.indexOf(letter);
            out.append(at < 0 ? letter : HALF_WIDTH.charAt(at));
        }
        return out.toString();
    }

    private static void record(Writer out, String record) throws IOException {
        out.write(pad(record, 200));
        out.write("\r\n");
    }

    private static String pad(String text, int length) {
        return text + " ".repeat(length - text.length());
    }
}
