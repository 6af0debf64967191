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

/** Who did what, when. Entries are added, never changed; they belong to the transaction that does it. */
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
     * @param action verb in kebab-case: {@code customer-opened}
     * @param subject number of what it was done to
     * @param detail what a reader should know besides; may be empty
     */
    @Transactional
    public void record(String action, String subject, String detail) {
        needsNoEntry();
        recordFor(staff.name(), action, subject, detail);
    }

    /** What the request under way has done so far needs no entry: it is recorded already, or later, or nothing was changed. */
    public static void needsNoEntry() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(RECORDED, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** Whether somebody has recorded in a request what it did, by the request's attributes. */
    public static boolean recordedIn(Function<String, @Nullable Object> attributes) {
        return attributes.apply(RECORDED) != null;
    }

    void recordFor(String who, String action, String subject, String detail) {
        jdbc.sql("insert into audit_entry (at, who, action, subject, detail) values (?, ?, ?, ?, ?)")
                .params(clock.instant().atOffset(ZoneOffset.UTC), who, action, subject, detail)
                .update();
    }
}
