package jp.otodoke.shared.clock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Follows a clock that another node has moved, at once when the database tells of it; it never goes back. */
@Component
@Profile("!production & !test")
class FollowStoredClock implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(FollowStoredClock.class);
    private static final int LOOK_EVERY_MILLIS = 1_000;

    private final MoveClock moveClock;
    private final DataSource database;
    private volatile @Nullable Thread thread;

    FollowStoredClock(MoveClock moveClock, DataSource database) {
        this.moveClock = moveClock;
        this.database = database;
    }

    @Override
    public void start() {
        moveClock.follow();
        var follower = new Thread(this::run, "clock");
        follower.setDaemon(true);
        thread = follower;
        follower.start();
    }

    private void run() {
        while (isRunning()) {
            try (var session = database.getConnection()) {
                session.setAutoCommit(true);
                follow(session);
            } catch (SQLException | RuntimeException e) {
                if (isRunning()) {
                    log.warn("The stored clock could not be read; trying again: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void follow(Connection session) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute("listen " + StoredOffset.CHANNEL);
            var news = session.unwrap(PGConnection.class);
            while (isRunning()) {
                moveClock.follow();
                news.getNotifications(LOOK_EVERY_MILLIS);
            }
            statement.execute("unlisten *");
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        var follower = thread;
        thread = null;
        if (follower != null) {
            try {
                follower.join(TimeUnit.SECONDS.toMillis(3));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
