package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.otodoke.UnitTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** バーチャル口座: where the bank's files tell to which account of the range a deposit was paid. */
@UnitTest
class VirtualAccountsTests {
    private static final VirtualAccounts LENT = new VirtualAccounts("見本銀行", "901", 1_000_000, 1_000_099);

    @Test
    void theAccountOfAGroupOfItsOwnIsOneOfThem() {
        assertThat(LENT.of("9999-901-1-1000001", null)).isEqualTo("9011000001");
        assertThat(LENT.of("9999-1-1-1000001", null)).isNull();
        assertThat(LENT.of("9999-901-1-1000100", null)).isNull();
    }

    @Test
    void theCodeOfTheRemitterIsOneOfThem() {
        assertThat(LENT.of("9999-001-1-1234567", "9011000099")).isEqualTo("9011000099");
        assertThat(LENT.of("9999-001-1-1234567", "9021000001")).isNull();
        assertThat(LENT.of(null, null)).isNull();
    }

    @Test
    void codesLoseTheirLeadingZerosInFiles() {
        var lent = new VirtualAccounts("見本銀行", "001", 1, 99);

        assertThat(lent.of("9999-001-1-1234567", "10000007")).isEqualTo("0010000007");
    }

    @Test
    void theLastNumberHasNoNext() {
        assertThat(LENT.after("9011000098")).contains("9011000099");
        assertThat(LENT.after("9011000099")).isEmpty();
    }

    @Test
    void withoutABranchThereAreNone() {
        var none = new VirtualAccounts("", "", 1_000_000, 9_999_999);

        assertThat(none.exist()).isFalse();
        assertThat(none.of("9999-901-1-1000001", "9011000001")).isNull();
        assertThatThrownBy(() -> new VirtualAccounts("", "91", 1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void nothingThatABankWritesMakesItStumble(@ForAll String account, @ForAll String code) {
        var found = LENT.of(account, code);

        assertThat(found == null || found.startsWith("9011000")).isTrue();
    }
}
