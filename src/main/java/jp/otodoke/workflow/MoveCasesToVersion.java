package jp.otodoke.workflow;

import java.sql.Timestamp;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.AuditTrail;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests that all running cases of a version be migrated to the latest one; {@link MoveCases} does it in chunks.
 */
@Component
public class MoveCasesToVersion {
    private final JdbcClient jdbc;
    private final Versions versions;
    private final AuditTrail audit;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    MoveCasesToVersion(JdbcClient jdbc, Versions versions, AuditTrail audit, CurrentStaff staff, BusinessClock clock) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.audit = audit;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * @return the id of the move
     * @throws Refusal if there is no such version, it is the latest, or its cases are already being moved
     */
    @Transactional
    public long start(String process, int number) {
        var all = versions.of(process);
        var from = all.stream()
                .filter(v -> v.number() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("versions.not-found", process, number));
        var to = all.get(0);
        if (from.equals(to)) {
            throw Refusal.invalid("versions.newest");
        }
        var id = insert(process, from, to);
        jdbc.sql(
                        """
                        insert into process_migration_case (move_id, instance, business_key)
                        select :id, e.id_, e.business_key_ from act_ru_execution e
                         where e.proc_def_id_ = :definition and e.parent_id_ is null
                        """)
                .param("id", id)
                .param("definition", from.definition())
                .update();
        audit.record("version-move-started", process, from.number() + " → " + to.number());
        return id;
    }

    private long insert(String process, Versions.Version from, Versions.Version to) {
        try {
            return jdbc.sql(
                            """
                            insert into process_migration (process, from_definition, from_version, to_definition, to_version,
                                                      started_by, started_at)
                            values (:process, :from, :fromVersion, :to, :toVersion, :by, :now) returning id
                            """)
                    .param("process", process)
                    .param("from", from.definition())
                    .param("fromVersion", from.number())
                    .param("to", to.definition())
                    .param("toVersion", to.number())
                    .param("by", staff.name())
                    .param("now", Timestamp.from(clock.instant()))
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException underWay) {
            throw Refusal.conflict("versions.under-way");
        }
    }
}
