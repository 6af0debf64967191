package jp.otodoke.platform.nodes;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The database session by which other nodes see that this one is alive. */
@Component
class NodeSession implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(NodeSession.class);

    /** A machine that vanishes closes no connection: the server's keepalive detects it after some seconds. */
    private static final String NOTICE_SILENCE =
            "set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 3; set tcp_keepalives_count = 3";

    private static final String FORGET_SILENCE =
            "reset tcp_keepalives_idle; reset tcp_keepalives_interval; reset tcp_keepalives_count";

    private final DataSource database;
    private final ThisNode node;
    private @Nullable Connection session;

    NodeSession(DataSource database, ThisNode node) {
        this.database = database;
        this.node = node;
    }

    /** Opens the session, or a new one if it was lost. */
    synchronized void live() throws SQLException {
        var held = session;
        if (held != null && held.isValid(1)) {
            return;
        }
        close();
        var fresh = database.getConnection();
        try {
            fresh.setAutoCommit(true);
            begin(fresh);
            session = fresh;
        } catch (SQLException e) {
            fresh.close();
            throw e;
        }
    }

    private void begin(Connection fresh) throws SQLException {
        try (var statement = fresh.createStatement();
                var lock = fresh.prepareStatement("select pg_advisory_lock(hashtextextended(?, 0))")) {
            statement.execute(NOTICE_SILENCE);
            lock.setString(1, node.name());
            lock.execute();
        }
    }

    /** A session that is returned to the pool must not keep the lock. */
    @Override
    public synchronized void close() {
        var held = session;
        session = null;
        if (held == null) {
            return;
        }
        try (held;
                var statement = held.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
            statement.execute(FORGET_SILENCE);
        } catch (SQLException e) {
            log.debug("The session was lost", e);
        }
    }
}
