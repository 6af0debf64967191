package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.DecodeHintType;
import com.google.zxing.common.BitArray;
import com.google.zxing.oned.Code128Reader;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.otodoke.UnitTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

@UnitTest
class Gs1BarcodeTests {
    private static final String DIGITS = "91929023252070000010123499900199999900106050";
    private static final Pattern BAR = Pattern.compile("M(\\d+) 0h1v1h-1z");

    @Test
    void aTillReadsItAsAGs1CodeWithItsFortyFourDigits() throws Exception {
        assertThat(read(Gs1Barcode.of(DIGITS))).isEqualTo("]C1" + DIGITS);
    }

    /** 60 mm are allowed: 288 modules of 0.2 mm. */
    @Test
    void isNoWiderThanTheGuidelineAllows() {
        assertThat(Gs1Barcode.of(DIGITS).modules()).isEqualTo(288);
    }

    @Test
    void theDigitsStandBelowItForWhoTypesThem() {
        var picture = Gs1Barcode.of(DIGITS);

        assertThat(picture.upper()).isEqualTo("(91)929023-2520700000101234999001");
        assertThat(picture.lower()).isEqualTo("999999-0-010605-0");
    }

    @Test
    void itsBarsAreWhatItsPathDraws() {
        var picture = Gs1Barcode.of(DIGITS);

        assertThat(picture.bars().stream()
                        .flatMapToInt(bar -> IntStream.range(bar.from(), bar.from() + bar.width()))
                        .toArray())
                .containsExactly(BAR.matcher(picture.path())
                        .results()
                        .mapToInt(found -> Integer.parseInt(found.group(1)))
                        .toArray());
    }

    @Property(tries = 200)
    void anyDigitsAreReadAsTheyAre(@ForAll @LongRange(min = 0, max = 999_999_999_999_999L) long some) throws Exception {
        var digits = "91929023%015d%021d".formatted(some, some);

        assertThat(read(Gs1Barcode.of(digits))).isEqualTo("]C1" + digits);
    }

    /** As a scanner would, with white on both sides. The reader takes a check character of 102 for a separator, too. */
    private static String read(Gs1Barcode picture) throws Exception {
        int white = 20;
        var row = new BitArray(picture.modules() + 2 * white);
        var bars = BAR.matcher(picture.path());
        while (bars.find()) {
            row.set(white + Integer.parseInt(bars.group(1)));
        }
        return new Code128Reader()
                .decodeRow(0, row, Map.of(DecodeHintType.ASSUME_GS1, true))
                .getText()
                .replaceFirst("\u001d$", "");
    }
}
