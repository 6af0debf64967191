package jp.otodoke.platform.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import jp.otodoke.shared.BusinessClock;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets up the business clock: real time in production; elsewhere the stored time, which never runs backwards, or
 * on an empty database the value of {@code OTODOKE_CLOCK}.
 */
@Configuration(proxyBeanMethods = false)
class ClockSetup {
    @Bean
    @DependsOnDatabaseInitialization
    BusinessClock businessClock(
            StoredOffset stored,
            PlatformTransactionManager transactions,
            Environment environment,
            @Value("${otodoke.clock:real}") String setting) {
        var clock = new BusinessClock();
        if (!environment.acceptsProfiles(Profiles.of("production"))) {
            var offset = new TransactionTemplate(transactions)
                    .execute(status -> stored.find().orElseGet(() -> stored.start(first(setting))));
            clock.shift(offset == null ? Duration.ZERO : offset);
            LoggerFactory.getLogger(ClockSetup.class).info("The business time is {}", clock.localNow());
        }
        return clock;
    }

    private static Duration first(String setting) {
        return setting.equals("real") || setting.equals("demo")
                ? Duration.ZERO
                : Duration.between(Instant.now(), OffsetDateTime.parse(setting).toInstant());
    }
}
