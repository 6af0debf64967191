package jp.otodoke.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@UnitTest
class TotpTests {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** Appendix B of RFC 6238. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void computesTheCodesOfTheStandard(long second, String code) {
        var ofEightDigits = new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(Totp.STEP_SECONDS), 8);

        assertThat(Totp.code(ofEightDigits, SECRET, Instant.ofEpochSecond(second)))
                .isEqualTo(code);
    }

    /** RFC 4648. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesSecretsAsPhonesReadThem(String text, String base32) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
        assertThat(Totp.bytes(base32)).asString(StandardCharsets.US_ASCII).isEqualTo(text);
    }

    @Test
    void takesAClockThatIsHalfAMinuteWrongButNoMore() {
        var secret = Totp.secret();
        var now = Instant.parse("2026-11-26T00:00:10Z");

        assertThat(Totp.match(secret, Totp.code(secret, now.minusSeconds(30)), now, -1))
                .isPositive();
        assertThat(Totp.match(secret, Totp.code(secret, now.plusSeconds(30)), now, -1))
                .isPositive();
        assertThat(Totp.match(secret, Totp.code(secret, now.minusSeconds(90)), now, -1))
                .isNegative();
        assertThat(Totp.match(secret, "", now, -1)).isNegative();
    }

    @Test
    void takesNoCodeTwice() {
        var secret = Totp.secret();
        var now = Instant.parse("2026-11-26T00:00:10Z");
        var code = Totp.code(secret, now);
        var taken = Totp.match(secret, code, now, -1);

        assertThat(Totp.match(secret, code, now, taken)).isNegative();
        assertThat(Totp.match(secret, Totp.code(secret, now.plusSeconds(30)), now.plusSeconds(30), taken))
                .isGreaterThan(taken);
    }
}
