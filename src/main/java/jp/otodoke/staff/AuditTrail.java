package jp.otodoke.staff;

import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who did what, when. Entries are added, never changed; they belong to the transaction that does it. */
@Component
public class AuditTrail {
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
        recordFor(staff.name(), action, subject, detail);
    }

    void recordFor(String who, String action, String subject, String detail) {
        jdbc.sql("insert into audit_entry (at, who, action, subject, detail) values (?, ?, ?, ?, ?)")
                .params(clock.instant().atOffset(java.time.ZoneOffset.UTC), who, action, subject, detail)
                .update();
    }
}
