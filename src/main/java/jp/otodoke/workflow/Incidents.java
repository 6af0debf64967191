package jp.otodoke.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.otodoke.platform.data.Sorting;
import jp.otodoke.shared.Refusal;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Steps that failed after all retries. They are resolved by {@link ResolveIncident}. */
@Component
public class Incidents {
    /** The engine repeats the incident of a called process at each caller; it is counted only where it occurred. */
    private static final String FROM =
            """
              from act_ru_incident i
              join act_re_procdef d on d.id_ = i.proc_def_id_ and i.cause_incident_id_ = i.id_
              join act_ru_execution p on p.id_ = i.proc_inst_id_
              join act_ru_execution c on c.id_ = p.root_proc_inst_id_
              join act_re_procdef cd on cd.id_ = c.proc_def_id_
            """;

    private static final String SELECT =
            """
            select i.id_ as id, d.key_ as process, i.activity_id_ as step, p.business_key_ as business_key,
                   i.incident_timestamp_ as since, i.incident_msg_ as message, i.configuration_ as job,
                   coalesce(i.failed_activity_id_, i.activity_id_) as failed_step, i.proc_inst_id_ as instance,
                   i.proc_def_id_ as definition
            """
                    + FROM;

    /**
     * Drops case-specific parts of the message (quoted values, numbers), so that the same cause gets the same key;
     * uses only the beginning, because long messages are truncated.
     */
    private static final String CAUSE =
            """
            md5(d.key_ || '/' || coalesce(i.failed_activity_id_, i.activity_id_) || '/' || left(
                regexp_replace(coalesce(i.incident_msg_, ''), '''[^'']*''|[A-Z]*[0-9]+|[0-9a-f-]{36}', '#', 'g'), 200))
            """;

    private static final String WHERE = " where (cast(:cause as text) is null or " + CAUSE + " = :cause)"
            + " and (cast(:process as text) is null or :process in (d.key_, cd.key_))"
            + " and (cast(:key as text) is null or p.business_key_ = :key)";

    public static final Sorting SORTING = new Sorting(
            Map.of(
                    "id", "i.id_",
                    "process", "d.key_",
                    "step", "i.activity_id_",
                    "failedStep", "coalesce(i.failed_activity_id_, i.activity_id_)",
                    "businessKey", "p.business_key_",
                    "since", "i.incident_timestamp_",
                    "message", "i.incident_msg_",
                    "job", "i.configuration_",
                    "instance", "i.proc_inst_id_",
                    "definition", "i.proc_def_id_"),
            "since",
            "i.id_");

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final RepositoryService repository;
    private final ModelSteps steps;

    Incidents(JdbcClient jdbc, ManagementService management, RepositoryService repository, ModelSteps steps) {
        this.jdbc = jdbc;
        this.management = management;
        this.repository = repository;
        this.steps = steps;
    }

    /** @param sort null for oldest first */
    @Transactional(readOnly = true)
    public List<Incident> list(Filter filter, @Nullable String sort, int offset, int limit) {
        return query(SELECT + WHERE + SORTING.orderBy(sort) + " offset :offset limit :limit", filter)
                .param("offset", offset)
                .param("limit", limit)
                .query(Incident.class)
                .list();
    }

    @Transactional(readOnly = true)
    public long count() {
        return count(Filter.NONE);
    }

    @Transactional(readOnly = true)
    public long count(Filter filter) {
        return query("select count(*) " + FROM + WHERE, filter)
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<Incident> find(String id) {
        return jdbc.sql(SELECT + " where i.id_ = :id")
                .param("id", id)
                .query(Incident.class)
                .optional();
    }

    /** @throws Refusal if the incident does not exist or is over */
    public Incident get(String id) {
        return find(id).orElseThrow(() -> Refusal.notFound("incident.not-found", id));
    }

    /** Incidents grouped by step and cause, most frequent first. */
    @Transactional(readOnly = true)
    public List<Cause> causes() {
        return jdbc.sql(
                        """
                        select %s as id, d.key_ as process, coalesce(i.failed_activity_id_, i.activity_id_) as step,
                               count(*) as cases, min(i.incident_timestamp_) as since, min(i.id_) as example
                        """
                                        .formatted(CAUSE)
                                + FROM + " group by 1, 2, 3 order by 4 desc, 5 limit 50")
                .query(Cause.class)
                .list();
    }

    /** The stack trace, or the message if there is none. */
    @Transactional(readOnly = true)
    public String trace(Incident incident) {
        var trace = incident.job() == null ? null : management.getJobExceptionStacktrace(incident.job());
        return trace == null ? Objects.requireNonNullElse(incident.message(), "") : trace;
    }

    /**
     * Whether the failed step may be skipped: its model allows it, and it is the step at which the case would
     * resume. Otherwise the steps in between would be skipped unintentionally.
     */
    public boolean skippable(Incident incident) {
        var step = steps.stepsOf(incident.definition()).get(incident.failedStep());
        return step != null && step.skippable() && (startsThere(incident) || leadsThere(incident));
    }

    private static boolean startsThere(Incident incident) {
        return incident.step().equals(incident.failedStep());
    }

    /** A non-interrupting boundary event leads directly to the failed step, and the waiting step stays active. */
    private boolean leadsThere(Incident incident) {
        FlowNode node = repository.getBpmnModelInstance(incident.definition()).getModelElementById(incident.step());
        return node instanceof BoundaryEvent event
                && !event.cancelActivity()
                && event.getSucceedingNodes().list().stream()
                        .anyMatch(next -> next.getId().equals(incident.failedStep()));
    }

    private JdbcClient.StatementSpec query(String sql, Filter filter) {
        return jdbc.sql(sql)
                .param("cause", filter.cause())
                .param("process", filter.process())
                .param("key", filter.key());
    }

    /** Null means any. */
    public record Filter(@Nullable String cause, @Nullable String process, @Nullable String key) {
        public static final Filter NONE = new Filter(null, null, null);
    }

    /**
     * One failed step of a case.
     *
     * @param step where the case is, and where it resumes
     * @param failedStep the step that failed, possibly a later one in the same transaction
     * @param message the exception's message
     */
    public record Incident(
            String id,
            String process,
            String step,
            @Nullable String businessKey,
            Instant since,
            @Nullable String message,
            @Nullable String job,
            String failedStep,
            String instance,
            String definition) {}

    /** A cause shared by several cases; {@code example} is the id of one of its incidents. */
    public record Cause(String id, String process, String step, long cases, Instant since, String example) {}
}
