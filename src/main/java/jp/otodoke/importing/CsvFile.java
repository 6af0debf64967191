package jp.otodoke.importing;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.platform.csv.CsvColumn;
import jp.otodoke.platform.csv.CsvDialect;
import jp.otodoke.platform.csv.CsvDialect.Controls;
import jp.otodoke.platform.csv.CsvDialect.StrayQuotes;
import jp.otodoke.platform.csv.CsvHeader;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.CsvTable;
import jp.otodoke.platform.csv.UnreadableCsv;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import org.springframework.stereotype.Component;

/** Reads a CSV file that somebody wrote in a spreadsheet: UTF-8 (with or without a mark) or CP932, whichever it is. */
@Component
class CsvFile {
    private static final CsvDialect DIALECT =
            new CsvDialect(CharacterSets.UTF8_OR_CP932, StrayQuotes.PAIRED, Controls.NO_NUL, false, true);

    private final Messages messages;

    CsvFile(Messages messages) {
        this.messages = messages;
    }

    /** The rows, and what is wrong with those that have another number of fields than the header. */
    record Content(List<CsvRow> rows, List<RowProblem> problems) {}

    /** @throws InvalidInput where the file can't be read as a whole */
    Content read(byte[] bytes, List<CsvColumn> columns) {
        try {
            var table = CsvTable.open(bytes, DIALECT);
            requireColumns(table.header(), columns);
            return content(table.rows());
        } catch (UnreadableCsv unreadable) {
            throw switch (unreadable.reason()) {
                case EMPTY, CUT_OFF -> refused("empty", "");
                case ENCODING, IS_UTF8, CONTROL_CHARACTER -> refused("encoding", "");
                case UNPAIRED_QUOTES, OPEN_QUOTE -> refused("quote", "");
                case STRAY_QUOTE -> refused("unreadable", unreadable.detail());
            };
        }
    }

    private Content content(List<CsvRow> rows) {
        var whole = new ArrayList<CsvRow>();
        var problems = new ArrayList<RowProblem>();
        for (var row : rows) {
            if (row.wholeWidth()) {
                whole.add(row);
            } else {
                problems.add(messages.row(row.line(), "", "columns"));
            }
        }
        return new Content(whole, problems);
    }

    private void requireColumns(CsvHeader header, List<CsvColumn> columns) {
        var missing = header.missing(columns);
        if (!missing.isEmpty()) {
            throw refused("header", names(missing));
        }
        var doubled = header.doubled(columns);
        if (!doubled.isEmpty()) {
            throw new InvalidInput("file", "header", BilingualText.of("import.file.column-twice", names(doubled)));
        }
    }

    private static String names(List<CsvColumn> columns) {
        return String.join(", ", columns.stream().map(CsvColumn::name).toList());
    }

    private InvalidInput refused(String code, String detail) {
        return new InvalidInput("file", code, BilingualText.of("import.file." + code, detail));
    }
}
