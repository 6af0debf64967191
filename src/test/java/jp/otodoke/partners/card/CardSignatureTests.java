package jp.otodoke.partners.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import jp.otodoke.UnitTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

@UnitTest
class CardSignatureTests {
    private static final String SECRET = "whsec";
    private static final byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.ofEpochSecond(1_796_083_200L);

    @Test
    void believesTheGatewayWithinFiveMinutes() {
        assertThat(valid(header(0))).isTrue();
        assertThat(valid(header(-300))).isTrue();
        assertThat(valid(header(300))).isTrue();
        assertThat(valid(header(-301))).isFalse();
        assertThat(valid(header(301))).isFalse();
    }

    @Test
    void believesEitherClock() {
        var other = NOW.plusSeconds(86_400);

        assertThat(CardSignature.valid(SECRET, header(0), BODY, List.of(other, NOW)))
                .isTrue();
    }

    @Test
    void takesOneRightSignatureAmongSeveral() {
        var right = header(0);

        assertThat(valid(right.replace(",v1=", ",v1=00ff,v1="))).isTrue();
    }

    @Test
    void refusesAnotherSecretBodyTimeOrNone() {
        assertThat(CardSignature.valid("other", header(0), BODY, List.of(NOW))).isFalse();
        assertThat(CardSignature.valid("", header(0), BODY, List.of(NOW))).isFalse();
        assertThat(CardSignature.valid(SECRET, header(0), new byte[] {1}, List.of(NOW)))
                .isFalse();
        assertThat(valid(header(0).replaceFirst("t=\\d+", "t=" + (NOW.getEpochSecond() + 1))))
                .isFalse();
        assertThat(CardSignature.valid(SECRET, null, BODY, List.of(NOW))).isFalse();
    }

    @Property
    void neverBelievesOrStumblesOverAnythingElse(@ForAll String header) {
        assertThat(valid(header)).isFalse();
    }

    private static boolean valid(String header) {
        return CardSignature.valid(SECRET, header, BODY, List.of(NOW));
    }

    private static String header(long offset) {
        var time = String.valueOf(NOW.getEpochSecond() + offset);
        return "t=" + time + ",v1=" + CardSignature.sign(SECRET, time, BODY);
    }
}
