package jp.otodoke.demo.generator;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Transactions of one connection, with the settings of a bulk load: a crash loses the last seconds, which are made again. */
@Component
@Profile("demo")
class BulkLoadConnection {
    private static final String[] SETTINGS = {
        "set local time zone 'Asia/Tokyo'",
        "set local synchronous_commit = off",
        "set local maintenance_work_mem = '384MB'",
        "set local max_parallel_workers_per_gather = 0",
        "set local max_parallel_maintenance_workers = 0"
    };

    private final DataSource source;

    BulkLoadConnection(DataSource source) {
        this.source = source;
    }

    /** Work that throws is undone. */
    <T> T transaction(Work<T> work) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                try (var statement = connection.createStatement()) {
                    for (var setting : SETTINGS) {
                        statement.execute(setting);
                    }
                }
                var result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException(e.getMessage(), e);
        }
    }

    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
