package jp.otodoke.importing;

import java.util.List;
import java.util.function.Consumer;
import jp.otodoke.partners.exchange.FileRefused;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.platform.csv.CsvColumn;
import jp.otodoke.platform.csv.CsvDialect;
import jp.otodoke.platform.csv.CsvDialect.Controls;
import jp.otodoke.platform.csv.CsvDialect.StrayQuotes;
import jp.otodoke.platform.csv.CsvHeader;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.CsvTable;
import jp.otodoke.platform.csv.UnreadableCsv;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.BilingualText;

/** A CSV file from a spreadsheet: UTF-8 (with or without a byte order mark) or CP932, detected automatically. */
final class UploadedCsv {
    private static final CsvDialect DIALECT =
            new CsvDialect(CharacterSets.UTF8_OR_CP932, StrayQuotes.PAIRED, Controls.NO_NUL, false, true);

    private UploadedCsv() {}

    /**
     * The rows below the header, of any width.
     *
     * @param first sees each row once, in their order, before anything else is done with any
     * @throws FileRefused if the file can't be read as a whole
     */
    static List<CsvRow> read(FileContent content, List<CsvColumn> columns, Consumer<CsvRow> first) {
        try {
            var table = CsvTable.open(content, DIALECT);
            requireColumns(table.header(), columns);
            return table.rows(first);
        } catch (UnreadableCsv unreadable) {
            throw switch (unreadable.reason()) {
                case EMPTY, CUT_OFF -> refused("empty", "");
                case ENCODING, IS_UTF8, CONTROL_CHARACTER -> refused("encoding", "");
                case UNPAIRED_QUOTES, OPEN_QUOTE -> refused("quote", "");
                case LONG_CELL -> refused("long-cell", String.valueOf(unreadable.line()));
                case LONG_RECORD -> refused("long-record", String.valueOf(unreadable.line()));
                case TOO_MANY_ROWS -> refused("too-many-rows", unreadable.detail());
                case STRAY_QUOTE -> refused("unreadable", unreadable.detail());
            };
        }
    }

    private static void requireColumns(CsvHeader header, List<CsvColumn> columns) {
        var missing = header.missing(columns);
        if (!missing.isEmpty()) {
            throw refused("header", names(missing));
        }
        var duplicates = header.duplicates(columns);
        if (!duplicates.isEmpty()) {
            throw new FileRefused("header", BilingualText.of("import.file.column-twice", names(duplicates)));
        }
    }

    private static String names(List<CsvColumn> columns) {
        return String.join(", ", columns.stream().map(CsvColumn::name).toList());
    }

    private static FileRefused refused(String code, String detail) {
        return new FileRefused(code, BilingualText.of("import.file." + code, detail));
    }
}
