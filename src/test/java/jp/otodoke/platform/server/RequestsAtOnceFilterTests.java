package jp.otodoke.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@UnitTest
class RequestsAtOnceFilterTests {
    private final RequestsAtOnceFilter filter = new RequestsAtOnceFilter("OTODOKE");
    private final AtomicInteger served = new AtomicInteger();

    @Test
    void aBurstOfOneSessionIsRefusedBeyondItsShareAndNobodyElse() throws Exception {
        atOnce(RequestsAtOnceFilter.MOST_OF_A_SESSION, () -> ofSession("a"), () -> {
            var refused = answer(ofSession("a"));
            assertThat(refused.getStatus()).isEqualTo(429);
            assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
            assertThat(refused.getContentAsString()).contains("24 件まで").contains("At most 24 requests");

            assertThat(answer(ofSession("b")).getStatus()).isEqualTo(200);
        });
    }

    @Test
    void aMadeUpTokenBesideTheSessionLiftsNoLimit() throws Exception {
        atOnce(RequestsAtOnceFilter.MOST_OF_A_SESSION, () -> ofSession("a"), () -> {
            var request = ofSession("a");
            request.addHeader("Authorization", "Bearer made-up");

            assertThat(answer(request).getStatus()).isEqualTo(429);
        });
    }

    @Test
    void whatIsAnsweredNoLongerCounts() throws Exception {
        for (int i = 0; i < 100; i++) {
            assertThat(answer(ofSession("a")).getStatus()).isEqualTo(200);
        }
        atOnce(RequestsAtOnceFilter.MOST_OF_A_SESSION, () -> ofSession("a"), () -> answer(ofSession("a")));

        assertThat(answer(ofSession("a")).getStatus()).isEqualTo(200);
    }

    @Test
    void whatFailsNoLongerCountsEither() throws Exception {
        for (int i = 0; i < 100; i++) {
            var failing = ofSession("a");
            try {
                filter.doFilter(failing, new MockHttpServletResponse(), (request, response) -> {
                    throw new IOException("gone");
                });
            } catch (IOException expected) {
                assertThat(expected).hasMessage("gone");
            }
        }

        assertThat(answer(ofSession("a")).getStatus()).isEqualTo(200);
    }

    @Test
    void anOfficeThatOpensThePageToSignInHasAShareOfItsAddress() throws Exception {
        atOnce(RequestsAtOnceFilter.MOST_OF_AN_ADDRESS, () -> get("/login"), () -> {
            assertThat(answer(get("/login")).getStatus()).isEqualTo(429);
            assertThat(answer(get("/css/otodoke.css")).getStatus()).isEqualTo(200);
        });
    }

    @Test
    void programsWithATokenAndNotificationsOfPartnersHaveNoLimit() throws Exception {
        atOnce(200, RequestsAtOnceFilterTests::byToken, () -> {
            assertThat(answer(byToken()).getStatus()).isEqualTo(200);
        });
        atOnce(200, () -> new MockHttpServletRequest("POST", "/api/v1/webhooks/card"), () -> {
            assertThat(answer(new MockHttpServletRequest("POST", "/api/v1/webhooks/card"))
                            .getStatus())
                    .isEqualTo(200);
        });
        assertThat(served.get()).isEqualTo(402);
    }

    /** Each begins while those before it are still worked on. */
    private void atOnce(int requests, Requests of, Meanwhile meanwhile) throws Exception {
        if (requests == 0) {
            meanwhile.run();
            return;
        }
        var response = new MockHttpServletResponse();
        filter.doFilter(of.next(), response, (request, answer) -> {
            served.incrementAndGet();
            try {
                atOnce(requests - 1, of, meanwhile);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(response.getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse answer(MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        FilterChain chain = (asked, answer) -> served.incrementAndGet();
        filter.doFilter(request, response, chain);
        return response;
    }

    private static MockHttpServletRequest ofSession(String session) {
        var request = get("/inbox/live");
        request.setCookies(new Cookie("OTODOKE", session));
        return request;
    }

    private static MockHttpServletRequest byToken() {
        var request = get("/api/v1/orders");
        request.addHeader("Authorization", "Bearer token");
        return request;
    }

    private static MockHttpServletRequest get(String path) {
        return new MockHttpServletRequest("GET", path);
    }

    private interface Requests {
        MockHttpServletRequest next();
    }

    private interface Meanwhile {
        void run() throws Exception;
    }
}
