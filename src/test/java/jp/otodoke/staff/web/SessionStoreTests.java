package jp.otodoke.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import jp.otodoke.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

@ModuleTest
class SessionStoreTests {
    private final SessionRepository<? extends Session> sessions;

    @Autowired
    SessionStoreTests(SessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** A double click whose answers both leave a word for the next page. */
    @Test
    void twoRequestsOfOneSessionMayLeaveTheSameAttribute() {
        twoAtOnce(sessions);
    }

    private static <S extends Session> void twoAtOnce(SessionRepository<S> sessions) {
        var session = sessions.createSession();
        sessions.save(session);
        var first = Objects.requireNonNull(sessions.findById(session.getId()));
        var second = Objects.requireNonNull(sessions.findById(session.getId()));

        first.setAttribute("word", "first");
        second.setAttribute("word", "second");
        sessions.save(first);
        sessions.save(second);

        var kept = Objects.requireNonNull(sessions.findById(session.getId()));
        assertThat(kept.<String>getAttribute("word")).isEqualTo("second");
        sessions.deleteById(session.getId());
    }
}
