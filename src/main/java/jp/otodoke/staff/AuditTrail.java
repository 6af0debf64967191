package jp.otodoke.staff;

import java.time.ZoneOffset;
import java.util.function.Function;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Who did what, when. Entries are only added; they belong to the transaction of the action. */
@Component
public class AuditTrail {
    private static final String RECORDED = AuditTrail.class.getName() + ".recorded";

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final CurrentStaff staff;

    AuditTrail(JdbcClient jdbc, BusinessClock clock, CurrentStaff staff) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.staff = staff;
    }

    /**
     * @param action kebab-case verb: {@code customer-opened}
     * @param subject number of the thing concerned
     * @param detail additional information; may be empty
     */
    @Transactional
    public void record(String action, String subject, String detail) {
        needsNoEntry();
        recordFor(staff.name(), action, subject, detail);
    }

    /**
     * The current request needs no entry for what it has done so far: it is recorded already, or later, or nothing
     * was changed.
     */
    public static void needsNoEntry() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(RECORDED, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** Whether an entry was recorded during a request, by the request's attributes. */
    public static boolean recordedIn(Function<String, @Nullable Object> attributes) {
        return attributes.apply(RECORDED) != null;
    }

    void recordFor(String who, String action, String subject, String detail) {
        jdbc.sql("insert into audit_entry (at, who, action, subject, detail) values (?, ?, ?, ?, ?)")
                .params(clock.instant().atOffset(ZoneOffset.UTC), who, action, subject, detail)
                .update();
    }
}
