package jp.otodoke.staff.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.otodoke.staff.AccessEnded;
import jp.otodoke.staff.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.context.request.RequestContextHolder;

/** All sessions, on whichever node they were opened. */
@Component
class Sessions {
    private static final int HANDLE_LENGTH = 16;

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository, JdbcClient jdbc, AuditTrail audit) {
        this.repository = repository;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    List<OpenSession> of(String username) {
        return repository.findByPrincipalName(username).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> open(session, username))
                .sorted(Comparator.comparing(OpenSession::lastUse).reversed())
                .toList();
    }

    List<OpenSession> all() {
        return jdbc
                .sql("select distinct principal_name from spring_session where principal_name is not null")
                .query(String.class)
                .list()
                .stream()
                .flatMap(name -> of(name).stream())
                .sorted(Comparator.comparing(OpenSession::lastUse).reversed())
                .toList();
    }

    /** @return false if there is no such session any more */
    boolean end(String username, String handle) {
        var ended = repository.findByPrincipalName(username).keySet().stream()
                .filter(id -> handle(id).equals(handle))
                .toList();
        ended.forEach(repository::deleteById);
        if (!ended.isEmpty()) {
            audit.record("session-ended", username, "");
        }
        return !ended.isEmpty();
    }

    /** All but the current one: whoever changes their own password stays signed in. */
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void on(AccessEnded event) {
        var own = own().orElse("");
        repository.findByPrincipalName(event.username()).keySet().stream()
                .filter(id -> !id.equals(own))
                .forEach(repository::deleteById);
    }

    private static OpenSession open(Session session, String username) {
        return new OpenSession(
                handle(session.getId()),
                username,
                text(session.getAttribute(SessionOrigin.ADDRESS)),
                text(session.getAttribute(SessionOrigin.DEVICE)),
                session.getCreationTime(),
                session.getLastAccessedTime(),
                own().filter(session.getId()::equals).isPresent());
    }

    private static Optional<String> own() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes()).map(request -> request.getSessionId());
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    static String handle(String id) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, HANDLE_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
