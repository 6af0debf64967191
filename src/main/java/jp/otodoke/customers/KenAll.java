package jp.otodoke.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.shared.Text;
import jp.otodoke.shared.csv.CsvDialect.StrayQuotes;
import jp.otodoke.shared.csv.CsvRecord;
import jp.otodoke.shared.csv.CsvRecords;
import jp.otodoke.shared.csv.UnreadableCsv;

/**
 * Reads the post office's KEN_ALL.CSV and utf_ken_all.csv: 15 columns without a header. The old file cuts a long
 * town into several lines, and many "towns" are remarks rather than names.
 */
final class KenAll {
    private static final int COLUMNS = 15;
    private static final String NOT_LISTED = "以下に掲載がない場合";
    /** A floor of a tower is part of its name, an unknown floor is not. */
    private static final String FLOOR = "（([０-９0-9]+階)）";

    /** What a file says: lines read, areas, and what was wrong with which line. */
    record Content(int lines, List<PostalArea> areas, List<Problem> problems, boolean differencesOnly) {}

    record Problem(long line, String field, String code) {}

    private KenAll() {}

    static Content read(String text) {
        var areas = new ArrayList<PostalArea>();
        var problems = new ArrayList<Problem>();
        var open = new ArrayList<CsvRecord>();
        int lines = 0;
        int unchanged = 0;
        try {
            var rows = new CsvRecords(text, StrayQuotes.TEXT);
            while (rows.hasNext()) {
                var row = rows.next();
                lines++;
                if (row.cells().size() != COLUMNS) {
                    problems.add(new Problem(row.line(), "", "columns"));
                    continue;
                }
                if (!row.cells().get(2).strip().matches("\\d{7}")) {
                    problems.add(new Problem(row.line(), "郵便番号", "invalid"));
                    continue;
                }
                unchanged += row.cells().get(13).strip().equals("0") ? 1 : 0;
                if (!open.isEmpty()
                        && !open.get(0).cells().get(2).equals(row.cells().get(2))) {
                    problems.add(new Problem(open.get(0).line(), "町域名", "unclosed"));
                    open.clear();
                }
                open.add(row);
                if (closed(joined(open, 8))) {
                    areas(open).forEach(areas::add);
                    open.clear();
                }
            }
        } catch (UnreadableCsv broken) {
            problems.add(new Problem(broken.line(), "", "unreadable"));
        }
        open.forEach(row -> problems.add(new Problem(row.line(), "町域名", "unclosed")));
        return new Content(lines, areas, problems, lines > 0 && unchanged == 0 && problems.isEmpty());
    }

    private static boolean closed(String town) {
        return town.lastIndexOf('（') <= town.lastIndexOf('）');
    }

    private static String joined(List<CsvRecord> rows, int column) {
        var text = new StringBuilder();
        rows.forEach(row -> text.append(row.cells().get(column)));
        return text.toString();
    }

    /** Where only the kanji were too long for one line, each line repeats the whole kana. */
    private static String kana(List<CsvRecord> rows) {
        var first = Text.clean(rows.get(0).cells().get(5));
        return first.lastIndexOf('(') <= first.lastIndexOf(')') ? first : Text.clean(joined(rows, 5));
    }

    private static Stream<PostalArea> areas(List<CsvRecord> rows) {
        var first = rows.get(0);
        var names = town(joined(rows, 8)).split("、");
        var kana = townKana(kana(rows)).split("[、､]");
        return Stream.iterate(0, i -> i < names.length, i -> i + 1)
                .map(i -> new PostalArea(
                        first.cells().get(2).strip(),
                        first.cells().get(6).strip(),
                        first.cells().get(7).strip(),
                        names[i],
                        "",
                        "",
                        Text.clean(first.cells().get(3)),
                        Text.clean(first.cells().get(4)),
                        names[i].isEmpty() || i >= kana.length ? "" : kana[i]));
    }

    static String town(String raw) {
        if (raw.equals(NOT_LISTED) || raw.contains("の次に") && raw.endsWith("場合")) {
            return "";
        }
        // 滋賀県犬上郡多賀町一円 is the name of a town; elsewhere 一円 says "all of it".
        if (raw.endsWith("一円") && !raw.equals("一円")) {
            return "";
        }
        return raw.replaceAll(FLOOR, "$1").replaceAll("（.*）", "").replaceAll("第?[０-９0-9]+地割.*", "");
    }

    private static String townKana(String raw) {
        return raw.replaceAll("\\(([0-9]+カイ)\\)", "$1")
                .replaceAll("\\(.*\\)", "")
                .replaceAll("(ダイ)?[0-9]+チワリ.*", "");
    }
}
