package jp.otodoke.partners.shop;

import java.nio.charset.Charset;
import java.util.List;

/** One shop system's order file. */
interface OrderFormat {
    /** How uploads and file names call it. */
    String code();

    /** The channel of its orders. */
    String channel();

    /** Character sets it may come in, the first that fits wins. */
    List<Charset> charsets();

    /** Columns without which the file says nothing. */
    List<Column> required();

    /** The column with the shop's order number. */
    Column number();

    /** The number as we keep it. */
    default String number(Row row) {
        return row.get(number());
    }

    /** Reads the rows of one order, at least one. */
    ReadOrder read(List<Row> rows);
}
