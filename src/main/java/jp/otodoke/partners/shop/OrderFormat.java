package jp.otodoke.partners.shop;

import java.util.List;
import jp.otodoke.shared.csv.CsvColumn;
import jp.otodoke.shared.csv.CsvDialect;
import jp.otodoke.shared.csv.CsvRow;

/** One shop system's order file. */
interface OrderFormat {
    /** How uploads and file names call it. */
    String code();

    /** The channel of its orders. */
    String channel();

    /** How it is written. */
    CsvDialect dialect();

    /** Columns without which the file says nothing. */
    List<CsvColumn> required();

    /** The column with the shop's order number. */
    CsvColumn number();

    /** The number as we keep it. */
    default String number(CsvRow row) {
        return row.get(number());
    }

    /** Reads the rows of one order, at least one. */
    ReadOrder read(List<CsvRow> rows);
}
