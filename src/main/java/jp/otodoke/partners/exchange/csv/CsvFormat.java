package jp.otodoke.partners.exchange.csv;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.files.LargeList;

/** Makes one record of each row. */
public final class CsvFormat {
    private CsvFormat() {}

    /**
     * @param columns whose values the file can later be found by
     * @param value reads a row; its result is used only if it found no mistake
     */
    public static <T> List<FileRecord<T>> rowByRow(
            List<CsvRow> rows, Set<String> columns, Function<RowReader, T> value) {
        return LargeList.of(rows, (place, row) -> record(row, columns, value));
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
        return Set.copyOf(references);
    }
}
