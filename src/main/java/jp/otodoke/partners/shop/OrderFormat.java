package jp.otodoke.partners.shop;

import java.util.List;
import jp.otodoke.platform.csv.CsvColumn;
import jp.otodoke.platform.csv.CsvDialect;
import jp.otodoke.platform.csv.CsvRow;

/** The order file of one shop system. */
interface OrderFormat {
    /** Its name in uploads and file names. */
    String code();

    /** The channel of its orders. */
    String channel();

    /** Its CSV dialect. */
    CsvDialect dialect();

    /** Columns without which the file can't be used. */
    List<CsvColumn> required();

    /** The column with the shop's order number. */
    CsvColumn number();

    /** The number as Otodoke stores it. */
    default String number(CsvRow row) {
        return row.get(number());
    }

    /** Reads the rows of one order, at least one. */
    ReadOrder read(List<CsvRow> rows);
}
