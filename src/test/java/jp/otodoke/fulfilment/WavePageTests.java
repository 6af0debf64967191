package jp.otodoke.fulfilment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import jp.otodoke.OtodokeTest;
import jp.otodoke.mothers.OrderMother;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The page of the waves and its API: who sees them, who begins and stops them, and what was missed. */
@OtodokeTest
class WavePageTests {
    private static final String PAGE = "/shipments/waves";
    private static final String API = "/api/v1/waves";

    private final Walk walk;
    private final Waves waves;
    private final StopWave stopWave;
    private final MockMvcTester mvc;

    @Autowired
    WavePageTests(AutowireCapableBeanFactory beans, Waves waves, StopWave stopWave, MockMvcTester mvc) {
        this.walk = beans.createBean(Walk.class);
        this.waves = waves;
        this.stopWave = stopWave;
        this.mvc = mvc;
    }

    @BeforeEach
    void morning() {
        walk.morning();
        walk.wave();
    }

    @AfterEach
    void noneRuns() {
        waves.running().forEach(wave -> stopWave.stop(wave.id(), "tester"));
    }

    @Test
    void aWaveBegunOnThePageShowsItsProgressAndIsStopped() {
        walk.place(OrderMother.of(walk.article(1), 1));

        assertThat(mvc.post().uri(PAGE).with(csrf()).with(shipping())).hasStatus3xxRedirection();
        var wave = waves.running().get(0);
        assertThat(page(shipping())).contains("ウェーブ " + wave.id(), "1件中0件", "止める", "every 2s");

        assertThat(mvc.post().uri(PAGE + "/" + wave.id() + "/stop").with(csrf()).with(shipping()))
                .hasStatus3xxRedirection();
        assertThat(waves.get(wave.id())).returns(WaveState.STOPPED, Wave::state).returns("shipper", Wave::endedBy);
        assertThat(page(shipping())).contains("中止", "shipper").doesNotContain(">止める<");
    }

    @Test
    void whoeverSeesShipmentsSeesTheWavesButBeginsAndStopsNone() {
        var wave = walk.beginWave.byHand(WaveScope.ALL, "tester");

        assertThat(page(viewer())).contains("ウェーブ " + wave).doesNotContain(">止める<", "いま出荷する");
        assertThat(mvc.post().uri(PAGE).with(csrf()).with(viewer())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.post().uri(PAGE + "/" + wave + "/stop").with(csrf()).with(viewer()))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.post()
                        .uri(API)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .with(csrf())
                        .with(viewer()))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void whatWavesHaveMissedLeadsToTheseOrders() {
        var order = walk.place(OrderMother.of(walk.article(1), 1));
        walk.testClock.set("2026-11-27T07:00:00+09:00");

        assertThat(page(viewer())).contains("/orders?status=READY&amp;shipUntil=2026-11-26");
        assertThat(mvc.get().uri("/orders?status=READY&shipUntil=2026-11-26").with(viewer()))
                .bodyText()
                .contains(order.value());
        assertThat(mvc.get().uri("/orders?status=READY&shipUntil=2026-11-25").with(viewer()))
                .bodyText()
                .doesNotContain(order.value());
    }

    @Test
    void programsBeginFollowAndStopWaves() {
        walk.place(OrderMother.of(walk.article(1), 1));
        var begun = mvc.post()
                .uri(API)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"carrier\": \"YAMATO\"}")
                .with(csrf())
                .with(shipping())
                .exchange();

        assertThat(begun).hasStatus(HttpStatus.CREATED);
        assertThat(begun).bodyJson().extractingPath("$.carrier").isEqualTo("YAMATO");
        var wave = waves.running().get(0).id();
        assertThat(mvc.post().uri(API + "/" + wave + "/stop").with(csrf()).with(shipping()))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("STOPPED");
        assertThat(mvc.get().uri(API).with(viewer()))
                .bodyJson()
                .extractingPath("$.items[0].id")
                .isEqualTo((int) wave);
        assertThat(mvc.get().uri(API + "/due").with(viewer()))
                .bodyJson()
                .extractingPath("$.dueToday")
                .isEqualTo(1);
        assertThat(mvc.get().uri(API + "/999999999").with(viewer())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theNumberOfAWaveIsFound() {
        var wave = walk.beginWave.byHand(WaveScope.ALL, "tester");

        assertThat(mvc.get().uri("/search?q=W" + wave).with(viewer())).hasRedirectedUrl(PAGE);
    }

    private String page(RequestPostProcessor who) {
        return new String(mvc.get().uri(PAGE).with(who).exchange().getResponse().getContentAsByteArray(), UTF_8);
    }

    private static RequestPostProcessor shipping() {
        return user("shipper").authorities(AuthorityUtils.createAuthorityList("VIEW", "SHIPMENTS_EDIT"));
    }

    private static RequestPostProcessor viewer() {
        return user("viewer").authorities(AuthorityUtils.createAuthorityList("VIEW"));
    }
}
