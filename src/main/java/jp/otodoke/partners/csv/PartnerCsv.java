package jp.otodoke.partners.csv;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.partners.FileRefused;
import jp.otodoke.shared.Words;
import jp.otodoke.shared.csv.CharacterSets;
import jp.otodoke.shared.csv.CsvDialect;
import jp.otodoke.shared.csv.CsvDialect.Controls;
import jp.otodoke.shared.csv.CsvDialect.StrayQuotes;
import jp.otodoke.shared.csv.CsvRow;
import jp.otodoke.shared.csv.CsvTable;
import jp.otodoke.shared.csv.UnreadableCsv;
import jp.otodoke.shared.csv.UnreadableCsv.Reason;

/** A partner's CSV file, checked as a whole: character set, header, every row as wide as the header, nothing cut off. */
public final class PartnerCsv {
    private static final String END = "END";
    private static final CsvDialect DIALECT =
            new CsvDialect(CharacterSets.CP932_ONLY, StrayQuotes.TEXT, Controls.NONE, true, false);

    private PartnerCsv() {}

    /** The rows below the header. */
    public static List<CsvRow> read(byte[] content, List<String> header) {
        var rows = rows(content, header);
        rows.forEach(PartnerCsv::refuseAnotherWidth);
        return rows;
    }

    /** As {@link #read}, of a file whose last row is {@code END} and the number of rows between header and it. */
    public static List<CsvRow> readWithEnd(byte[] content, List<String> header) {
        var rows = rows(content, header);
        var end = rows.isEmpty() ? null : rows.remove(rows.size() - 1);
        rows.forEach(PartnerCsv::refuseAnotherWidth);
        if (end == null || !isEnd(end.cells())) {
            if (end != null) {
                refuseAnotherWidth(end);
            }
            throw FileRefused.unfinished(
                    "no-end",
                    Words.of(
                            "最後のEND行がありません。途中で切れたファイルとして受け付けません。",
                            "The last row END is missing: the file was cut off and is not taken."));
        }
        checkCount(end, rows.size());
        return rows;
    }

    private static void checkCount(CsvRow end, int rows) {
        var stated = end.cells().get(1).strip();
        if (!stated.equals(Integer.toString(rows))) {
            throw new FileRefused(
                    "wrong-total",
                    Words.of(
                            "END行の件数「%s」が実際の件数 %d と合いません。",
                            "The row END counts \"%s\" rows, but there are %d.", stated, rows));
        }
        if (end.cells().stream().skip(2).anyMatch(c -> !c.isBlank())) {
            throw new FileRefused(
                    "wrong-end", Words.of("END行に余分な値があります。", "The row END has more in it than belongs there."));
        }
    }

    private static List<CsvRow> rows(byte[] content, List<String> header) {
        if (content.length == 0) {
            throw FileRefused.unfinished("empty", Words.of("ファイルが空です。", "The file is empty."));
        }
        try {
            var table = CsvTable.open(content, DIALECT);
            var rows = new ArrayList<>(table.rows());
            if (!table.header().names().equals(header)) {
                throw wrongHeader(header);
            }
            return rows;
        } catch (UnreadableCsv unreadable) {
            throw unreadable.reason() == Reason.EMPTY ? wrongHeader(header) : refused(unreadable);
        }
    }

    private static FileRefused wrongHeader(List<String> header) {
        return new FileRefused(
                "wrong-header",
                Words.of(
                        "1行目の見出しが違います。正しくは「%s」です。",
                        "The headings in the first line are wrong. They have to be \"%s\".", String.join(",", header)));
    }

    private static FileRefused refused(UnreadableCsv unreadable) {
        return switch (unreadable.reason()) {
            case CUT_OFF ->
                FileRefused.unfinished(
                        "cut-off",
                        Words.of(
                                "最後の行が改行（CRLF）で終わっていません。途中で切れたファイルとして受け付けません。",
                                "The last line does not end with CRLF: the file was cut off and is not taken."));
            case IS_UTF8 ->
                new FileRefused(
                        "wrong-encoding",
                        Words.of(
                                "文字コードがUTF-8です。CP932（Shift_JIS）で送り直してください。",
                                "The text is UTF-8. It has to be sent in CP932 (Shift_JIS)."));
            case CONTROL_CHARACTER ->
                new FileRefused(
                        "wrong-encoding",
                        Words.of(
                                "制御文字(%s)があります。CP932（Shift_JIS）で送り直してください。",
                                "There is a control character (%s). It has to be sent in CP932 (Shift_JIS).",
                                unreadable.detail()));
            case ENCODING ->
                new FileRefused(
                        "wrong-encoding",
                        Words.of(
                                "CP932（Shift_JIS）として読めない文字があります。CP932で送り直してください。",
                                "There are characters that can't be read as CP932 (Shift_JIS). It has to be sent in CP932."));
            case EMPTY, UNPAIRED_QUOTES, STRAY_QUOTE, OPEN_QUOTE ->
                new FileRefused(
                        "not-csv",
                        Words.of(
                                "CSVとして読めません。引用符の閉じ忘れなどを確認してください。(%s)",
                                "It can't be read as CSV. A quotation mark may not be closed. (%s)",
                                unreadable.detail()));
        };
    }

    private static void refuseAnotherWidth(CsvRow row) {
        if (!row.wholeWidth()) {
            throw new FileRefused(
                    "wrong-width",
                    Words.of(
                            "%d行目の項目数が %d です。%d 項目のはずです。",
                            "Line %d has %d cells where %d belong.",
                            row.line(),
                            row.cells().size(),
                            row.header().width()));
        }
    }

    private static boolean isEnd(List<String> cells) {
        return cells.size() >= 2 && cells.get(0).strip().equals(END);
    }
}
