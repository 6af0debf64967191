package jp.otodoke.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import jp.otodoke.shared.Refusal;
import org.camunda.bpm.engine.ManagementService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Steps that failed for good: seen, explained, tried again. */
@Component
public class Incidents {
    private static final String SELECT =
            """
            select i.id_ as id, d.key_ as process, i.activity_id_ as step, p.business_key_ as business_key,
                   i.incident_timestamp_ as since, i.incident_msg_ as message, i.configuration_ as job
              from act_ru_incident i
              join act_re_procdef d on d.id_ = i.proc_def_id_
              join act_ru_execution p on p.id_ = i.proc_inst_id_
            """;

    private final JdbcClient jdbc;
    private final ManagementService management;

    Incidents(JdbcClient jdbc, ManagementService management) {
        this.jdbc = jdbc;
        this.management = management;
    }

    @Transactional(readOnly = true)
    public List<Incident> list(int offset, int limit) {
        return jdbc.sql(SELECT + " order by i.incident_timestamp_, i.id_ offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query(Incident.class)
                .list();
    }

    @Transactional(readOnly = true)
    public long count() {
        return jdbc.sql("select count(*) from act_ru_incident")
                .query(Long.class)
                .single();
    }

    /** Lets the failed step be tried once more, at once. */
    @Transactional
    public void retry(String id) {
        var incident = jdbc.sql(SELECT + " where i.id_ = :id")
                .param("id", id)
                .query(Incident.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("incident.not-found", id));
        management.setJobRetries(Objects.requireNonNull(incident.job()), 1);
    }

    /** What failed, where, for whom; {@code message} is the fault's own text. */
    public record Incident(
            String id,
            String process,
            String step,
            @Nullable String businessKey,
            Instant since,
            @Nullable String message,
            @Nullable String job) {}
}
