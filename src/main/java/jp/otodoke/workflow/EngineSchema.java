package jp.otodoke.workflow;

import java.sql.Connection;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** Creates the engine's own tables from the scripts in its jar, so that Flyway owns the whole schema. */
@Component
class EngineSchema implements JavaMigration {
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("20261128.1003");
    }

    @Override
    public String getDescription() {
        return "engine 7.24 tables";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        PARTS.forEach(part -> run(context.getConnection(), part));
    }

    private static void run(Connection connection, String part) {
        var script = "org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql";
        ScriptUtils.executeSqlScript(connection, new EncodedResource(new ClassPathResource(script)));
    }
}
