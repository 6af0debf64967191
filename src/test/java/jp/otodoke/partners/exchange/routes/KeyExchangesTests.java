package jp.otodoke.partners.exchange.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.JSch;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;

@UnitTest
class KeyExchangesTests {
    @Test
    void aConnectionTriesNoKeyExchangeThatItDoesNotOffer() {
        var offered = JSch.getConfig("kex");

        KeyExchanges.tryOnlyOffered();

        assertThat(JSch.getConfig("CheckKexes").split(","))
                .contains("mlkem768x25519-sha256", "curve25519-sha256")
                .isSubsetOf(offered.split(","));
        assertThat(JSch.getConfig("kex")).isEqualTo(offered);
    }
}
