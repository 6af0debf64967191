package jp.otodoke.partners.csv;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import jp.otodoke.partners.FileRecord;
import jp.otodoke.shared.csv.CsvRow;

/** Makes records of rows where each row is one record. */
public final class CsvFormat {
    private CsvFormat() {}

    /**
     * @param columns whose values the file is later found by
     * @param value reads a row; what it returns counts only when it met no mistake
     */
    public static <T> List<FileRecord<T>> rowByRow(
            List<CsvRow> rows, Set<String> columns, Function<RowReader, T> value) {
        return rows.stream().map(row -> record(row, columns, value)).toList();
    }

    private static <T> FileRecord<T> record(CsvRow row, Set<String> columns, Function<RowReader, T> value) {
        var reader = new RowReader(row);
        var read = value.apply(reader);
        var references = references(row, columns);
        return reader.mistakes().isEmpty()
                ? FileRecord.good(row.line(), row.raw(), read, references)
                : FileRecord.bad(row.line(), row.raw(), reader.mistakes(), references);
    }

    public static Set<String> references(CsvRow row, Set<String> columns) {
        var references = new HashSet<String>();
        columns.stream().map(row::get).filter(c -> !c.isEmpty()).forEach(references::add);
        return references;
    }
}
