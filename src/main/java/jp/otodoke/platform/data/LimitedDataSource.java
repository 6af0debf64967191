package jp.otodoke.platform.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.util.ConcurrentReferenceHashMap;
import org.springframework.util.ConcurrentReferenceHashMap.ReferenceType;

/**
 * Connections whose statements have a time limit, and one of temporary files, while {@link ReadLimit} is in force. A
 * connection keeps what it was given last, so that most cost nothing.
 */
class LimitedDataSource extends DelegatingDataSource {
    private static final String RESET = "reset statement_timeout";

    private final Duration longest;
    private final String largestFiles;
    private final Set<PGConnection> limited =
            Collections.newSetFromMap(new ConcurrentReferenceHashMap<>(16, ReferenceType.WEAK));
    private volatile @Nullable Boolean filesCanBeLimited;

    /** @param largestFiles how much of the disk a statement may use, in the server's own notation */
    LimitedDataSource(DataSource target, Duration longest, String largestFiles) {
        super(target);
        this.longest = longest;
        this.largestFiles = largestFiles;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        try {
            adjust(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void adjust(Connection connection) throws SQLException {
        var session = connection.unwrap(PGConnection.class);
        if (ReadLimit.inForce() == limited.contains(session)) {
            return;
        }
        if (ReadLimit.inForce()) {
            execute(connection, limits(connection));
            limited.add(session);
        } else {
            execute(connection, filesCanBeLimited(connection) ? RESET + "; reset temp_file_limit" : RESET);
            limited.remove(session);
        }
    }

    private String limits(Connection connection) throws SQLException {
        var time = "set statement_timeout = " + longest.toMillis();
        return filesCanBeLimited(connection) ? time + "; set temp_file_limit = '" + largestFiles + "'" : time;
    }

    /** Only some roles may; others have the limit that their server gives them. */
    private boolean filesCanBeLimited(Connection connection) throws SQLException {
        var known = filesCanBeLimited;
        if (known == null) {
            try (var statement = connection.createStatement();
                    var answer = statement.executeQuery("select has_parameter_privilege('temp_file_limit', 'set')")) {
                known = answer.next() && answer.getBoolean(1);
                filesCanBeLimited = known;
            }
        }
        return known;
    }

    /** A setting that is not committed would be gone with the next rollback. */
    private static void execute(Connection connection, String settings) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(settings);
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }
}
