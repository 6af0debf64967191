package jp.otodoke.demo.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything open was put in within a minute; this gives it the age that its order has, so that some of it is late. */
@Component
@Profile("demo")
class DemoAges {
    private final JdbcTemplate jdbc;

    DemoAges(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    void give() {
        try {
            jdbc.execute("set local time zone 'Asia/Tokyo'");
            jdbc.execute(new ClassPathResource("ages.sql", DemoAges.class).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
