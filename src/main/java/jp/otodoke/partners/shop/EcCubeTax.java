package jp.otodoke.partners.shop;

import java.util.regex.Pattern;
import jp.otodoke.platform.csv.CsvRow;

/** Whether prices of an EC-CUBE shop include the tax and, if not, how the shop rounds the tax of one piece. */
enum EcCubeTax {
    INCLUDED,
    ROUNDED_HALF_UP,
    ROUNDED_DOWN,
    ROUNDED_UP;

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,2})(?:\\.0+)?%?");

    /** The rate of a row; 0 where the file has none. */
    static int percent(CsvRow row) {
        var rate = PERCENT.matcher(row.get(EcCubeColumns.TAX_RATE));
        return rate.matches() ? Integer.parseInt(rate.group(1)) : 0;
    }

    /** Half a yen is rounded away from zero, as PHP does. */
    long priceWithTax(long price, int percent) {
        long hundredths = price * percent;
        return switch (this) {
            case INCLUDED -> price;
            case ROUNDED_HALF_UP -> price + Long.signum(hundredths) * ((Math.abs(hundredths) + 50) / 100);
            case ROUNDED_DOWN -> price + Math.floorDiv(hundredths, 100);
            case ROUNDED_UP -> price - Math.floorDiv(-hundredths, 100);
        };
    }
}
