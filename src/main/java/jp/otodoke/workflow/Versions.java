package jp.otodoke.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The versions of a process and the number of cases still running on each. */
@Component
public class Versions {
    private static final String MOVES =
            """
            select m.id, m.process, m.from_definition, m.from_version, m.to_definition, m.to_version, m.started_by,
                   m.started_at, m.ended_at, count(c.*) as total, count(*) filter (where c.state = 'MOVED') as moved,
                   count(*) filter (where c.state = 'LEFT') as left_behind
              from process_migration m left join process_migration_case c on c.move_id = m.id
            """;

    private final JdbcClient jdbc;

    Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Version> of(String process) {
        return jdbc.sql(
                        """
                        select d.id_ as definition, d.version_ as number, p.deploy_time_ as deployed_at,
                               (select count(*) from act_ru_execution e
                                 where e.proc_def_id_ = d.id_ and e.parent_id_ is null) as running,
                               (select count(*) from act_ru_incident i
                                 where i.proc_def_id_ = d.id_ and i.cause_incident_id_ = i.id_) as incidents
                          from act_re_procdef d join act_re_deployment p on p.id_ = d.deployment_id_
                         where d.key_ = :process order by d.version_ desc
                        """)
                .param("process", process)
                .query(Version.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Move> moves(String process) {
        return jdbc.sql(MOVES + " where m.process = :process group by m.id order by m.id desc limit 20")
                .param("process", process)
                .query(Move.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Move> move(long id) {
        return jdbc.sql(MOVES + " where m.id = :id group by m.id")
                .param("id", id)
                .query(Move.class)
                .optional();
    }

    /** Cases that stayed on their version, with the reason. */
    @Transactional(readOnly = true)
    public List<Left> left(long move) {
        return jdbc.sql(
                        """
                        select business_key, instance, reason from process_migration_case
                         where move_id = :id and state = 'LEFT' order by business_key limit 200
                        """)
                .param("id", move)
                .query(Left.class)
                .list();
    }

    /** One version of a diagram. */
    public record Version(String definition, int number, Instant deployedAt, long running, long incidents) {}

    /** The migration of a version's cases to another one; it has ended when every case was tried. */
    public record Move(
            long id,
            String process,
            String fromDefinition,
            int fromVersion,
            String toDefinition,
            int toVersion,
            String startedBy,
            Instant startedAt,
            @Nullable Instant endedAt,
            long total,
            long moved,
            long leftBehind) {
        public long done() {
            return moved + leftBehind;
        }
    }

    /** A case that could not be migrated. */
    public record Left(@Nullable String businessKey, String instance, @Nullable String reason) {}
}
