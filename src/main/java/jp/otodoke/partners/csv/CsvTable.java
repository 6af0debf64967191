package jp.otodoke.partners.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.partners.FileRefused;
import jp.otodoke.shared.Words;

/** A partner's CSV file, checked as a whole: character set, header, every row as wide as the header, nothing cut off. */
public final class CsvTable {
    private static final String END = "END";

    private CsvTable() {}

    /** The rows below the header. */
    public static List<CsvRow> read(byte[] content, List<String> header) {
        return rows(content, header);
    }

    /** As {@link #read}, of a file whose last row is {@code END} and the number of rows between header and it. */
    public static List<CsvRow> readWithEnd(byte[] content, List<String> header) {
        var rows = rows(content, header, true);
        var end = rows.isEmpty() ? null : rows.remove(rows.size() - 1);
        if (end == null || !isEnd(end.cells())) {
            throw FileRefused.unfinished("no-end", Words.of("partners.refused.no-end"));
        }
        checkCount(end, rows.size());
        return rows;
    }

    private static void checkCount(CsvRow end, int rows) {
        var stated = end.cells().get(1).strip();
        if (!stated.equals(Integer.toString(rows))) {
            throw new FileRefused("wrong-total", Words.of("partners.refused.wrong-count", stated, rows));
        }
        if (end.cells().stream().skip(2).anyMatch(c -> !c.isBlank())) {
            throw new FileRefused("wrong-end", Words.of("partners.refused.wrong-end"));
        }
    }

    private static List<CsvRow> rows(byte[] content, List<String> header) {
        return rows(content, header, false);
    }

    private static List<CsvRow> rows(byte[] content, List<String> header, boolean withEnd) {
        if (content.length == 0) {
            throw FileRefused.unfinished("empty", Words.of("partners.refused.empty"));
        }
        if (content[content.length - 1] != '\n') {
            throw FileRefused.unfinished("cut-off", Words.of("partners.refused.no-line-end"));
        }
        var text = Cp932.decode(content);
        var records = parse(text);
        checkHeader(records, header);
        return rows(text, records, header, withEnd);
    }

    private static List<CsvRecord> parse(String text) {
        try (var reader = CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            return new ArrayList<>(reader.stream().toList());
        } catch (CsvParseException e) {
            throw new FileRefused("not-csv", Words.of("partners.refused.not-csv", e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkHeader(List<CsvRecord> records, List<String> header) {
        var found = records.isEmpty()
                ? List.<String>of()
                : records.get(0).getFields().stream().map(String::strip).toList();
        if (!found.equals(header)) {
            throw new FileRefused("wrong-header", Words.of("partners.refused.wrong-header", String.join(",", header)));
        }
    }

    private static List<CsvRow> rows(String text, List<CsvRecord> records, List<String> header, boolean withEnd) {
        var lines = text.split("\r\n|\r|\n", -1);
        var columns = columns(header);
        var rows = new ArrayList<CsvRow>();
        for (int i = 1; i < records.size(); i++) {
            var fields = records.get(i).getFields();
            int line = (int) records.get(i).getStartingLineNumber();
            boolean end = withEnd && i == records.size() - 1 && isEnd(fields);
            if (fields.size() != header.size() && !end) {
                throw new FileRefused(
                        "wrong-width", Words.of("partners.refused.row-width", line, fields.size(), header.size()));
            }
            int next = i + 1 < records.size() ? (int) records.get(i + 1).getStartingLineNumber() : lines.length + 1;
            var raw = String.join("\n", List.of(lines).subList(line - 1, next - 1))
                    .strip();
            rows.add(new CsvRow(line, raw, fields, columns));
        }
        return rows;
    }

    private static boolean isEnd(List<String> cells) {
        return cells.size() >= 2 && cells.get(0).strip().equals(END);
    }

    private static Map<String, Integer> columns(List<String> header) {
        var columns = new LinkedHashMap<String, Integer>();
        header.forEach(name -> columns.put(name, columns.size()));
        return columns;
    }
}
