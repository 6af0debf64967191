package jp.otodoke.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.otodoke.UnitTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@UnitTest
class RegistrationNumberTests {
    /** Of the tax agency itself, as 法人番号 publishes it. */
    private static final String TAX_AGENCY = "T7000012050002";

    @Test
    void aPublishedNumberIsOne() {
        assertThat(new RegistrationNumber(TAX_AGENCY).value()).isEqualTo(TAX_AGENCY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ｔ７００００１２０５０００２", "t7000012050002", " T7-0000-1205-0002 "})
    void widthCaseAndHyphensDoNotMatter(String written) {
        assertThat(new RegistrationNumber(written).value()).isEqualTo(TAX_AGENCY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7000012050002", "T700001205000", "T70000120500020", "T700001205000A", "T8000012050002"})
    void othersAreRefused(String written) {
        assertThatThrownBy(() -> new RegistrationNumber(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 500)
    void exactlyOneCheckDigitFits(@ForAll @LongRange(min = 0, max = 999_999_999_999L) long base) {
        var digits = "%012d".formatted(base);
        var right = RegistrationNumber.checkDigit(digits);

        assertThat(right).isBetween('1', '9');
        assertThat(new RegistrationNumber("T" + right + digits).value()).isEqualTo("T" + right + digits);
        for (char other = '0'; other <= '9'; other++) {
            if (other != right) {
                var wrong = "T" + other + digits;
                assertThatThrownBy(() -> new RegistrationNumber(wrong)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    /** Nine less a remainder by nine can't tell 0 from 9, nor some exchanges; every other mistyped digit is found. */
    @Property(tries = 500)
    void aMistypedDigitIsFound(
            @ForAll @LongRange(min = 0, max = 999_999_999_999L) long base,
            @ForAll @IntRange(min = 0, max = 11) int place,
            @ForAll @IntRange(min = 1, max = 8) int by) {
        var digits = "%012d".formatted(base);
        var typed = (digits.charAt(place) - '0' + by) % 10;
        var mistyped = digits.substring(0, place) + typed + digits.substring(place + 1);

        var same = (digits.charAt(place) - '0' - typed) % 9 == 0;
        assertThat(RegistrationNumber.checkDigit(mistyped) == RegistrationNumber.checkDigit(digits))
                .isEqualTo(same);
    }
}
