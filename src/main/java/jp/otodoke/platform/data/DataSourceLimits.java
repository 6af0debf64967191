package jp.otodoke.platform.data;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Puts the limits before the pool of connections. */
@Component
class DataSourceLimits implements BeanPostProcessor {
    private final Duration longest;
    private final String largestFiles;

    DataSourceLimits(Environment environment) {
        longest = environment.getProperty("otodoke.reads.timeout", Duration.class, Duration.ofSeconds(15));
        largestFiles = environment.getProperty("otodoke.reads.temporary-files", "1GB");
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool ? new LimitedDataSource(pool, longest, largestFiles) : bean;
    }
}
