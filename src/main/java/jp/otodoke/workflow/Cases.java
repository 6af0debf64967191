package jp.otodoke.workflow;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows behind a number on a process map: which cases stand at a step. */
@Component
public class Cases {
    private static final String AT_STEP =
            """
              from act_ru_execution e
              join act_re_procdef d on d.id_ = e.proc_def_id_
              join act_ru_execution i on i.id_ = e.proc_inst_id_
              left join act_ru_job j on j.execution_id_ = e.id_ and j.handler_type_ = 'async-continuation'
             where d.key_ = :process and e.act_id_ = :step and e.is_active_
            """;

    private final JdbcClient jdbc;

    Cases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The cases at a step, the longest waiting first. */
    @Transactional(readOnly = true)
    public List<Case> at(String process, String step, int offset, int limit) {
        return jdbc.sql(
                        """
                        select i.business_key_ as key, coalesce(j.retries_ = 0, false) as stuck,
                               (select min(a.start_time_) from act_hi_actinst a
                                 where a.execution_id_ = e.id_ and a.act_id_ = e.act_id_ and a.end_time_ is null) as since
                        """
                                + AT_STEP
                                + " order by 3 nulls first, 1 offset :offset limit :limit")
                .param("process", process)
                .param("step", step)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) ->
                        new Case(row.getString("key"), row.getBoolean("stuck"), instant(row.getTimestamp("since"))))
                .list();
    }

    @Transactional(readOnly = true)
    public long count(String process, String step) {
        return jdbc.sql("select count(*) " + AT_STEP)
                .param("process", process)
                .param("step", step)
                .query(Long.class)
                .single();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /** One case, named by its business key; stuck when its step failed for good. */
    public record Case(String key, boolean stuck, @Nullable Instant since) {}
}
