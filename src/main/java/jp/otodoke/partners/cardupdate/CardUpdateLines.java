package jp.otodoke.partners.cardupdate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.platform.files.FileContent;

/** The records of a file: plain ASCII, by CR LF or LF, the last one with or without, and with or without the end mark of DOS. */
final class CardUpdateLines {
    /** A million cards. */
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final char END_MARK = 0x1A;
    private static final char LAST_ASCII = 0x7E;

    private CardUpdateLines() {}

    /** @throws CardUpdateRefused if it is no such text */
    static List<CardUpdateLine> of(FileContent content) {
        if (content.size() > MOST_BYTES) {
            throw new CardUpdateRefused(at(1, 1, "too-large", "too-large"), false);
        }
        var text = withoutEndMark(new String(content.bytes(), StandardCharsets.ISO_8859_1));
        var lines = new ArrayList<CardUpdateLine>();
        int number = 1;
        for (var line : text.split("\n", -1)) {
            var raw = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            refuseForeign(number, raw);
            lines.add(new CardUpdateLine(number++, raw));
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).raw().isBlank()) {
            lines.remove(lines.size() - 1);
        }
        if (lines.isEmpty()) {
            throw new CardUpdateRefused(at(1, 1, Mistake.REQUIRED, "empty"), true);
        }
        return lines;
    }

    private static String withoutEndMark(String text) {
        return text.endsWith(String.valueOf(END_MARK)) ? text.substring(0, text.length() - 1) : text;
    }

    private static void refuseForeign(int number, String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) < ' ' || raw.charAt(i) > LAST_ASCII) {
                throw new CardUpdateRefused(at(number, i + 1, "encoding", "not-ascii"), false);
            }
        }
    }

    private static Mistake at(int line, int position, String code, String reason) {
        return new Mistake(line, position, CardUpdateField.RECORD.title(), code, reason, List.of());
    }
}
