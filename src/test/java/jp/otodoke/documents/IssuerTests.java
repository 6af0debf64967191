package jp.otodoke.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.otodoke.UnitTest;
import jp.otodoke.shared.Refusal;
import org.junit.jupiter.api.Test;

@UnitTest
class IssuerTests {
    @Test
    void withoutARegistrationNumberThereIsNoQualifiedInvoice() {
        var issuer = new Issuer("株式会社オトドケ", "", "", "", "");

        assertThat(issuer.isRegistered()).isFalse();
        assertThatThrownBy(issuer::registrationNumber).isInstanceOfSatisfying(Refusal.class, no -> {
            assertThat(no.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            assertThat(no.words().japanese()).contains("OTODOKE_ISSUER_REGISTRATION_NUMBER");
        });
    }

    @Test
    void aNumberWithAWrongCheckDigitIsNone() {
        var issuer = new Issuer("株式会社オトドケ", "", "", "T1123456789012", "");

        assertThat(issuer.isRegistered()).isFalse();
        assertThatThrownBy(issuer::registrationNumber)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.words().japanese()).contains("T1123456789012"));
    }

    @Test
    void withoutANameNothingIsIssued() {
        var issuer = new Issuer(" ", "", "", "T7123456789012", "");

        assertThat(issuer.isKnown()).isFalse();
        assertThat(issuer.isRegistered()).isTrue();
        assertThatThrownBy(issuer::name)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.words().english()).contains("OTODOKE_ISSUER_NAME"));
    }
}
