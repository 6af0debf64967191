package jp.otodoke.shared.start;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Migrates the database unless it was created before the baseline: such a one is left as it is. */
@Component
class RefuseOutdatedDatabase implements FlywayMigrationStrategy {
    private static final MigrationVersion BASELINE = MigrationVersion.fromVersion("20261128.1000");

    @Override
    public void migrate(Flyway flyway) {
        Arrays.stream(flyway.info().applied())
                .filter(RefuseOutdatedDatabase::beforeBaseline)
                .findFirst()
                .ifPresent(old -> {
                    throw new OutdatedDatabase(old.getVersion() + " " + old.getDescription());
                });
        flyway.migrate();
    }

    private static boolean beforeBaseline(MigrationInfo applied) {
        return applied.getVersion() != null && applied.getVersion().compareTo(BASELINE) < 0;
    }
}
