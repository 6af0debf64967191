package jp.otodoke.customers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Properties;
import java.util.zip.GZIPInputStream;
import jp.otodoke.shared.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills the table of postal areas at the first start, and again when a newer release ships newer data than the
 * table holds. It is complete before anything is read from a partner.
 */
@Component
class LoadShippedPostalAreas implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(LoadShippedPostalAreas.class);

    private final PostalAreas areas;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;

    LoadShippedPostalAreas(PostalAreas areas, TransactionTemplate transaction, BusinessClock clock) {
        this.areas = areas;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> loadWhereNewer());
    }

    private void loadWhereNewer() {
        areas.lock();
        try {
            var shipped = PropertiesLoaderUtils.loadProperties(resource("postal-areas.properties"));
            var date = LocalDate.parse(shipped.getProperty("date"));
            if (areas.version().map(held -> held.date().isBefore(date)).orElse(true)) {
                load(shipped, date);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void load(Properties shipped, LocalDate date) throws IOException {
        try (var rows = new GZIPInputStream(resource("postal-areas.tsv.gz").getInputStream())) {
            areas.replaceAll(rows);
            areas.stamp(shipped.getProperty("source"), date, clock.instant());
        }
        LOG.info("Postal areas of {} loaded: {}", date, shipped.getProperty("rows"));
    }

    private static ClassPathResource resource(String name) {
        return new ClassPathResource(name, LoadShippedPostalAreas.class);
    }
}
