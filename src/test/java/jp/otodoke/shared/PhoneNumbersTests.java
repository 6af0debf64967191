package jp.otodoke.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@UnitTest
class PhoneNumbersTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "+81 90-1234-5601| 09012345601",
                "+81 (0)90-1234-5602| 09012345602",
                "+8109012345603| 09012345603",
                "+81 090-1234-5604| 09012345604",
                "819012345605| 09012345605",
                "81-90-1234-5606| 09012345606",
                "'+819012345607| 09012345607",
                "+81-3-1234-5608| 0312345608",
                "+81 (0)3-1234-5609| 0312345609",
                "0081-90-1234-5610| 09012345610",
                "010-81-90-1234-5610| 09012345610",
                "\u202a+81 90-1234-5611\u202c| 09012345611",
                "＋８１ ９０ １２３４ ５６１２| 09012345612",
                "(+81)90-1234-5613| 09012345613",
                "81(0)3-1234-5608| 0312345608",
                "03(1234)5615| 0312345615",
                "0120-333-906| 0120333906"
            })
    void isDialledInJapanAlikeHoweverTheCodeOfTheCountryIsWritten(String written, String dialled) {
        assertThat(PhoneNumbers.dialled(written)).isEqualTo(dialled);
        assertThat(PhoneNumbers.plausible(written)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"+1 212 555 0100, +12125550100", "001-212-555-0100, +12125550100", "+44 20 7946 0958, +442079460958"})
    void keepsTheCodeOfACountryAbroad(String written, String dialled) {
        assertThat(PhoneNumbers.dialled(written)).isEqualTo(dialled);
        assertThat(PhoneNumbers.plausible(written)).isTrue();
        assertThat(PhoneNumbers.key(written)).doesNotStartWith("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "電話なし",
                "12345",
                "090-1234-5678-90",
                "+81 90-1234-56011",
                "+81",
                "090-1234-5678/03-1234-5678",
                "(212) 555-0100"
            })
    void refusesWhatCannotBeANumber(String written) {
        assertThat(PhoneNumbers.plausible(written)).isFalse();
    }

    @Test
    void staysAsWrittenWithoutACode() {
        assertThat(PhoneNumbers.domestic("03-1234-5678")).isEqualTo("03-1234-5678");
        assertThat(PhoneNumbers.domestic("+81 3-1234-5678")).isEqualTo("0312345678");
        assertThat(PhoneNumbers.domestic(" ")).isNull();
    }

    @Test
    void getsBackTheZeroThatASpreadsheetDropped() {
        assertThat(PhoneNumbers.domestic("9012345616")).isEqualTo("09012345616");
        assertThat(PhoneNumbers.domestic("312345678")).isEqualTo("0312345678");
    }

    @Test
    void isFoundByItsEnd() {
        assertThat(PhoneNumbers.key("5616")).isEqualTo("5616");
        assertThat(PhoneNumbers.key("012345616")).isEqualTo("012345616");
        assertThat(PhoneNumbers.key("+81 90")).isEqualTo("090");
    }
}
