package jp.otodoke.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@UnitTest
class MaskingTests {
    @Test
    void masksAddressesOfMailWhereverTheyBegin() {
        assertThat(Masking.raw("to=hanako.y+1@example.co.jp;x@y.jp,a@b@c.jp"))
                .isEqualTo("to=●●●@example.co.jp;●●●@y.jp,a@●●●@c.jp");
    }

    /** One line of a million characters once took as long as a million lines of a million. */
    @Test
    @Timeout(20)
    void aLongLineIsMaskedInOneGo() {
        assertThatCode(() -> Masking.raw("a".repeat(5_000_000))).doesNotThrowAnyException();
    }
}
