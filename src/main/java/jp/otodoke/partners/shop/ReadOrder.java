package jp.otodoke.partners.shop;

import java.util.List;
import java.util.stream.Collectors;
import jp.otodoke.shared.csv.CsvColumn;
import jp.otodoke.shared.csv.CsvRow;
import jp.otodoke.shared.csv.Mistake;

/**
 * What a file says about one order: the order, or what is wrong with it.
 *
 * @param number the shop's order number; empty where the row has none
 * @param contentHash over what the customer ordered, not over how far the shop has come with it
 * @param columns where the order's parts stand, for mistakes that are found later
 */
record ReadOrder(
        String number, List<CsvRow> rows, String contentHash, ShopOrder order, List<Mistake> problems, Places columns) {
    /** The columns that a later mistake is reported at. */
    record Places(
            CsvColumn number,
            CsvColumn member,
            CsvColumn sku,
            CsvColumn quantity,
            CsvColumn price,
            CsvColumn orderedAt,
            CsvColumn date,
            CsvColumn method,
            CsvColumn total) {}

    /** Without its number nobody can say what belongs to it, so that nothing else is held against it. */
    ReadOrder nameless() {
        var missing = problem(columns.number(), Mistake.REQUIRED, "required");
        return new ReadOrder(number, rows, contentHash, order, List.of(missing), columns);
    }

    /** What it says counts as what the file said. */
    ReadOrder insteadOf(ReadOrder inTheFile) {
        return new ReadOrder(number, rows, inTheFile.contentHash(), order, problems, columns);
    }

    int line() {
        return rows.get(0).line();
    }

    Mistake problem(CsvColumn column, String code, String reason, String... arguments) {
        return problem(line(), column, code, reason, arguments);
    }

    Mistake problem(int line, CsvColumn column, String code, String reason, String... arguments) {
        return Mistake.of(line, rows.get(0).header().nameOf(column), code, reason, arguments);
    }

    /** What stands in the row that covers this line. */
    String rowAt(int line) {
        return rows.stream()
                .filter(row -> row.line() == line)
                .map(CsvRow::readable)
                .findFirst()
                .orElse("");
    }

    String readable() {
        return rows.stream().map(CsvRow::readable).collect(Collectors.joining("\n"));
    }
}
