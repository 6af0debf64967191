package jp.otodoke.platform.nodes;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Lets one node at a time through; if it dies, the next one continues. */
@Component
public class ClusterMutex {
    private final DataSource database;

    ClusterMutex(DataSource database) {
        this.database = database;
    }

    /** @param what name of the lock; other nodes wait for it */
    public void run(String what, Runnable work) {
        try (var session = database.getConnection()) {
            session.setAutoCommit(true);
            call(session, "select pg_advisory_lock(hashtextextended(?, 0))", what);
            try {
                work.run();
            } finally {
                leave(session, what);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database can't be asked whose turn it is: " + what, e);
        }
    }

    private void leave(Connection session, String what) {
        try {
            call(session, "select pg_advisory_unlock(hashtextextended(?, 0))", what);
        } catch (SQLException e) {
            LoggerFactory.getLogger(getClass()).debug("The session was lost, and with it the lock", e);
        }
    }

    private static void call(Connection session, String sql, String what) throws SQLException {
        try (var statement = session.prepareStatement(sql)) {
            statement.setString(1, "one at a time: " + what);
            statement.execute();
        }
    }
}
