package jp.otodoke.partners.shop;

import java.util.List;
import java.util.stream.Collectors;
import jp.otodoke.platform.csv.CsvColumn;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.Mistake;

/**
 * The order read from a file, or what is wrong with it.
 *
 * @param number the shop's order number; empty if the row has none
 * @param contentHash over what the customer ordered, not over the shop's processing status
 * @param columns where the order's parts are, for mistakes that are found later
 */
record ReadOrder(
        String number,
        List<CsvRow> rows,
        String contentHash,
        ShopStatus status,
        ShopOrder order,
        List<Mistake> problems,
        Places columns) {
    /** The columns at which a later mistake is reported. */
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

    /** Without a number the rows of the order can't be determined, so no other mistake is reported. */
    ReadOrder nameless() {
        var missing = problem(columns.number(), Mistake.REQUIRED, "required");
        return new ReadOrder(number, rows, contentHash, status, order, List.of(missing), columns);
    }

    /** An order of more rows than any has; only the first of them were read. */
    ReadOrder tooLong(int most) {
        var problem = problem(columns.number(), Mistake.INVALID, "order-too-long", String.valueOf(most));
        return new ReadOrder(number, rows, contentHash, status, order, List.of(problem), columns);
    }

    /** Treats this content as the content of the file. */
    ReadOrder replacing(ReadOrder inTheFile) {
        return new ReadOrder(number, rows, inTheFile.contentHash(), status, order, problems, columns);
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

    /** The content of the row that contains this line. */
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
