package jp.otodoke.payments;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.oned.Code128Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The bar code of a payment slip, as the path of an SVG: GS1-128, which begins with FNC1. 44 digits take 288 modules, so that
 * modules of 0.2 mm stay within the 60 mm of the guideline; the white beside it belongs to the page.
 *
 * @param modules its width
 * @param path a bar of height 1 for each dark module
 * @param upper the first of the two lines below it
 * @param lower the second
 * @param bars the dark ones, for printers that draw no SVG
 */
public record Gs1Barcode(int modules, String path, String upper, String lower, List<Bar> bars) {
    /** What the writer takes for FNC1. */
    private static final char FNC1 = '\u00f1';

    /** @param digits all 44 */
    public static Gs1Barcode of(String digits) {
        var bars = new Code128Writer()
                .encode(FNC1 + digits, BarcodeFormat.CODE_128, 0, 1, Map.of(EncodeHintType.MARGIN, 0));
        var path = new StringBuilder();
        var dark = new ArrayList<Bar>();
        for (int x = 0; x < bars.getWidth(); x++) {
            if (bars.get(x, 0)) {
                path.append('M').append(x).append(" 0h1v1h-1z");
                widen(dark, x);
            }
        }
        return new Gs1Barcode(
                bars.getWidth(),
                path.toString(),
                "(91)%s-%s%s".formatted(digits.substring(2, 8), digits.substring(8, 29), digits.substring(29, 30)),
                "%s-%s-%s-%s"
                        .formatted(
                                digits.substring(30, 36),
                                digits.substring(36, 37),
                                digits.substring(37, 43),
                                digits.substring(43)),
                List.copyOf(dark));
    }

    private static void widen(List<Bar> bars, int module) {
        var last = bars.isEmpty() ? null : bars.get(bars.size() - 1);
        if (last != null && last.from + last.width == module) {
            bars.set(bars.size() - 1, new Bar(last.from, last.width + 1));
        } else {
            bars.add(new Bar(module, 1));
        }
    }

    /**
     * A bar, in modules.
     *
     * @param from where it begins
     */
    public record Bar(int from, int width) {}
}
