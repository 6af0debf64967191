package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import jp.otodoke.UnitTest;
import jp.otodoke.shared.Yen;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@UnitTest
class SlipBarcodeTests {
    private static final SlipIssuer ISSUER = new SlipIssuer("929023", "25207");

    @Test
    void saysEverythingInFortyFourDigits() {
        var slip = new SlipBarcode(
                ISSUER, SlipNumber.of("00000101234999001"), LocalDate.of(2026, 12, 6), true, Yen.of(60_000));

        assertThat(slip.digits()).hasSize(44).startsWith("919290232520700000101234999001" + "261206" + "1" + "060000");
        assertThat(SlipBarcode.of(slip.digits())).isEqualTo(slip);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91929023252070000010123499900199999900106050",
                "91929023252070000010123499900399999911066327",
                "91929023252070000010123499900599999900040008",
                "91929023252070000010123499900899999910600008",
                "91900000999990000000000000012027013100059805",
                "91900000999990000000000000013199999900120002",
                "91900000999990000000000000014027013110580003"
            })
    void readsBarcodesOfTheAgencyAndOurSamples(String digits) {
        assertThat(SlipBarcode.of(digits).digits()).isEqualTo(digits);
    }

    @Test
    void readsADayAndTheLackOfOne() {
        assertThat(SlipBarcode.of("91900000999990000000000000012027013100059805")
                        .due())
                .isEqualTo(LocalDate.of(2027, 1, 31));
        assertThat(SlipBarcode.of("91900000999990000000000000013199999900120002")
                        .due())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "9190000099999000000000000001202701310005980, 44, length",
        "919000009999900000000000000120270131000598055, 45, length",
        "9190000099999000000000000001202701310005980A, 44, digits",
        "92900000999990000000000000012027013100059805, 1, identifier",
        "91900000999990000000000000012027013100059806, 44, check-digit",
        "'', 1, length"
    })
    void namesTheDigitAtWhichItIsWrong(String digits, int position, String reason) {
        refused(digits, position, reason);
    }

    @Test
    void namesADayThatIsNoneAStampThatIsNoneAndNoAmount() {
        var body = "919290232520700000000000000010";
        refused(withCheckDigit(body + "270230" + "0" + "001000"), 31, "due-date");
        refused(withCheckDigit(body + "270228" + "2" + "001000"), 37, "stamp");
        refused(withCheckDigit(body + "270228" + "0" + "000000"), 38, "amount");
    }

    @Property
    void whatIsWrittenIsReadTheSame(@ForAll("barcodes") SlipBarcode barcode) {
        assertThat(SlipBarcode.of(barcode.digits())).isEqualTo(barcode);
    }

    @Property
    void anyOtherDigitIsNoticed(
            @ForAll("barcodes") SlipBarcode barcode,
            @ForAll @IntRange(max = 43) int place,
            @ForAll @IntRange(min = 1, max = 9) int more) {
        var digits = new StringBuilder(barcode.digits());
        digits.setCharAt(place, (char) ('0' + (digits.charAt(place) - '0' + more) % 10));

        assertThatThrownBy(() -> SlipBarcode.of(digits.toString())).isInstanceOf(UnreadableBarcode.class);
    }

    @Property
    void anyTextIsReadOrRefusedWithAPlace(@ForAll String text) {
        try {
            assertThat(SlipBarcode.of(text).digits()).isEqualTo(text);
        } catch (UnreadableBarcode refused) {
            assertThat(refused.position()).isBetween(1, 45);
        }
    }

    @Provide
    Arbitrary<SlipBarcode> barcodes() {
        var days = Arbitraries.integers()
                .between(0, 25_000)
                .map(LocalDate.of(2026, 1, 1)::plusDays)
                .injectNull(0.2);
        return Combinators.combine(
                        Arbitraries.longs().between(1, 999_999_999_999L),
                        Arbitraries.integers().between(0, 9),
                        days,
                        Arbitraries.of(true, false),
                        Arbitraries.longs().between(1, 999_999))
                .as((series, issue, due, stamp, amount) -> new SlipBarcode(
                        ISSUER, SlipNumber.of("%016d%d".formatted(series, issue)), due, stamp, Yen.of(amount)));
    }

    @Test
    void theNinthReissueIsTheLastOfANumber() {
        var number = SlipNumber.first(7);
        for (int issue = 1; issue <= 9; issue++) {
            number = number.reissued().orElseThrow();
            assertThat(number.value()).isEqualTo("0000000000000007" + issue);
        }

        assertThat(number.reissued()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"54999, 10, true", "54998, 10, false", "50000, 0, true", "49999, 0, false", "53999, 8, true"})
    void aReceiptNeedsAStampFromFiftyThousandYenWithoutTaxOn(long amount, int rate, boolean stamp) {
        assertThat(PaymentSlip.needsStamp(Yen.of(amount), Yen.of(amount).taxIncluded(rate)))
                .isEqualTo(stamp);
    }

    private static String withCheckDigit(String body) {
        return body + SlipBarcode.checkDigit(body);
    }

    private static void refused(String digits, int position, String reason) {
        assertThatThrownBy(() -> SlipBarcode.of(digits)).isInstanceOfSatisfying(UnreadableBarcode.class, wrong -> {
            assertThat(wrong.position()).isEqualTo(position);
            assertThat(wrong.reason()).isEqualTo(reason);
        });
    }
}
