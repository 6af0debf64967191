package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;

@UnitTest
class TrackingPagesTests {
    @Test
    void everyCarrierWeKnowShowsItsParcels() {
        for (var carrier : new String[] {"YAMATO", "SAGAWA", "JAPANPOST", "YUPACK"}) {
            assertThat(TrackingPages.of(carrier, "4001-2345-6789"))
                    .get()
                    .asString()
                    .startsWith("https://")
                    .endsWith("400123456789");
        }
    }

    @Test
    void whatIsNoNumberLeadsNowhere() {
        assertThat(TrackingPages.of("YAMATO", null)).isEmpty();
        assertThat(TrackingPages.of("YAMATO", "x\"><script>")).isEmpty();
        assertThat(TrackingPages.of("OWN", "4001")).isEmpty();
    }
}
