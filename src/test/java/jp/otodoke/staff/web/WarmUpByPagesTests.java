package jp.otodoke.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jp.otodoke.OtodokeWebTest;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.platform.pages.WarmUpPages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Before people come a node asks itself for the pages that they will open, and nobody is seen by it. */
@OtodokeWebTest
class WarmUpByPagesTests {
    private final SessionRepository<? extends Session> sessions;
    private final ObjectProvider<WarmUpPages> pages;
    private final Environment environment;
    private final JdbcClient jdbc;
    private final Given given;

    @LocalServerPort
    private int port;

    @Autowired
    WarmUpByPagesTests(
            SessionRepository<? extends Session> sessions,
            ObjectProvider<WarmUpPages> pages,
            Environment environment,
            JdbcClient jdbc,
            Given given) {
        this.sessions = sessions;
        this.pages = pages;
        this.environment = environment;
        this.jdbc = jdbc;
        this.given = given;
    }

    @Test
    void everyPageIsShownAndNoCustomerIsSeen() {
        var order = given.order(OrderMother.twoTeas());
        var before = audited();

        var statuses =
                new WarmUpByPages<>(sessions, pages, environment, Duration.ofMillis(1)).ask("http://127.0.0.1:" + port);

        assertThat(statuses).containsKeys("/", "/inbox", "/orders/new", "/processes", "/orders/" + order + "/now");
        assertThat(statuses.values()).containsOnly(200);
        assertThat(audited()).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from spring_session where principal_name = 'warm-up'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long audited() {
        return jdbc.sql("select count(*) from audit_entry").query(Long.class).single();
    }
}
