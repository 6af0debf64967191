package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.shared.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OtodokeTest
class ApplicationTests {
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final TestClock testClock;

    @Autowired
    ApplicationTests(JdbcClient jdbc, BusinessClock clock, TestClock testClock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.testClock = testClock;
    }

    @Test
    void startsOnADatabaseOfItsOwn() {
        assertThat(jdbc.sql("select current_database()").query(String.class).single())
                .startsWith("test_");
    }

    @Test
    void followsTheClockOfTheTest() {
        testClock.set("2027-01-04T09:00:00+09:00");

        assertThat(clock.today()).isEqualTo("2027-01-04");
    }
}
