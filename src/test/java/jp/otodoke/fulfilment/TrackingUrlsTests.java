package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;

@UnitTest
class TrackingUrlsTests {
    @Test
    void everyCarrierWeKnowShowsItsParcels() {
        for (var carrier : new String[] {"YAMATO", "SAGAWA", "JAPANPOST", "YUPACK"}) {
            assertThat(TrackingUrls.of(carrier, "4001-2345-6789"))
                    .get()
                    .asString()
                    .startsWith("https://")
                    .endsWith("400123456789");
        }
    }

    @Test
    void theCarrierIsAskedInDigitsHoweverTheWarehouseWroteThem() {
        assertThat(TrackingUrls.of("YAMATO", "４００１ ２３４５－６７８９")).get().asString().endsWith("=400123456789");
    }

    @Test
    void whatIsNoNumberLeadsNowhere() {
        assertThat(TrackingUrls.of("YAMATO", null)).isEmpty();
        assertThat(TrackingUrls.of("YAMATO", "x\"><script>")).isEmpty();
        assertThat(TrackingUrls.of("OWN", "4001")).isEmpty();
    }
}
