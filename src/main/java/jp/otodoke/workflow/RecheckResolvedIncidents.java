package jp.otodoke.workflow;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.Subject;
import jp.otodoke.platform.clock.RepeatedWork;
import jp.otodoke.platform.clock.WorkInFlight;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks the outcome of a resolved incident after some minutes and notifies the person who acted if the case is
 * stuck again, for as long as it is. Runs on every node; rows locked by another node are skipped.
 */
@Component
public class RecheckResolvedIncidents extends RepeatedWork implements WorkInFlight {
    private static final int BATCH = 50;
    private static final String TASK = "resolution:";
    private static final Duration TO_ANSWER = Duration.ofHours(4);

    private final JdbcClient jdbc;
    private final IncidentResolutions incidentResolutions;
    private final Inbox inbox;
    private final CaseDetailsLookup caseDetails;
    private final CalledProcesses called;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final boolean active;

    RecheckResolvedIncidents(
            JdbcClient jdbc,
            IncidentResolutions incidentResolutions,
            Inbox inbox,
            CaseDetailsLookup caseDetails,
            CalledProcesses called,
            BusinessClock clock,
            PlatformTransactionManager transactions,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("recheck-incidents", Duration.ofSeconds(5), Duration.ofSeconds(5), active);
        this.jdbc = jdbc;
        this.incidentResolutions = incidentResolutions;
        this.inbox = inbox;
        this.caseDetails = caseDetails;
        this.called = called;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.active = active;
    }

    @Override
    protected void repeat() {
        run();
    }

    /** Checks all resolutions that are due, and closes tasks about steps that are no longer stuck. */
    public void run() {
        try {
            while (due() && Boolean.TRUE.equals(transaction.execute(status -> checkBatch()))) {}
            transaction.executeWithoutResult(status -> inbox.close(tasksOfCured()));
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass()).error("Could not check resolved incidents; trying again", e);
        }
    }

    private boolean checkBatch() {
        var ids = jdbc.sql(
                        """
                        select id from incident_resolution where state = 'ACTED' and check_at <= :now order by check_at
                         limit :batch for update skip locked
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("batch", BATCH)
                .query(Long.class)
                .list();
        ids.forEach(id -> check(incidentResolutions.find(id).orElseThrow()));
        return !ids.isEmpty();
    }

    private void check(IncidentResolution resolution) {
        if (stuck(resolution)) {
            finish(resolution, IncidentResolution.State.STUCK_AGAIN, resolution.step());
            openTask(resolution);
        } else if (stillToRun(resolution)) {
            postpone(resolution);
        } else {
            finish(resolution, IncidentResolution.State.MOVED_ON, standsAt(resolution));
        }
    }

    /** Tasks about steps that are no longer stuck, whatever cured them. */
    private List<String> tasksOfCured() {
        return jdbc.sql(
                        """
                        select t.key from inbox_task_view t join incident_resolution r on t.key = :task || r.id
                         where t.type = 'mending-stuck-again' and t.state = 'OPEN'
                           and not exists (select 1 from act_ru_incident i
                                            where i.proc_inst_id_ = r.instance
                                              and (i.configuration_ = r.job
                                                   or coalesce(i.failed_activity_id_, i.activity_id_) = r.step))
                        """)
                .param("task", TASK)
                .query(String.class)
                .list();
    }

    private boolean stuck(IncidentResolution resolution) {
        return exists(
                """
                select exists (select 1 from act_ru_incident
                                where proc_inst_id_ = :instance
                                  and (configuration_ = :job or coalesce(failed_activity_id_, activity_id_) = :step))
                """,
                resolution);
    }

    /** The job has not run yet, for example because no node is currently executing jobs. */
    private boolean stillToRun(IncidentResolution resolution) {
        return exists(
                """
                select exists (select 1 from act_ru_job
                                where process_instance_id_ = :instance and id_ = :job and :step <> '')
                """,
                resolution);
    }

    private boolean exists(String sql, IncidentResolution resolution) {
        return jdbc.sql(sql)
                .param("instance", resolution.instance())
                .param("job", resolution.job())
                .param("step", resolution.step())
                .query(Boolean.class)
                .single();
    }

    /** Considers the whole case, since a called process may have ended and its caller continued. */
    private @Nullable String standsAt(IncidentResolution resolution) {
        return jdbc.sql(
                        """
                        select string_agg(distinct e.act_id_, ',' order by e.act_id_)
                          from act_ru_execution i
                          join act_re_procdef d on d.id_ = i.proc_def_id_ and d.key_ in (:processes)
                          join act_ru_execution e on e.proc_inst_id_ = i.id_ and e.is_active_ and e.act_id_ is not null
                         where i.parent_id_ is null and (i.business_key_ = :key or i.id_ = :instance)
                           and not exists (select 1 from act_ru_execution called where called.super_exec_ = e.id_)
                        """)
                .param("processes", called.ofSameCase(resolution.process()))
                .param("key", resolution.businessKey())
                .param("instance", resolution.instance())
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private void finish(IncidentResolution resolution, IncidentResolution.State state, @Nullable String step) {
        jdbc.sql(
                        "update incident_resolution set state = :state, outcome_at = :now, outcome_step = :step where id = :id")
                .param("state", state.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("step", step)
                .param("id", resolution.id())
                .update();
    }

    private void postpone(IncidentResolution resolution) {
        jdbc.sql("update incident_resolution set check_at = :check where id = :id")
                .param("check", Timestamp.from(clock.instant().plus(ResolveIncident.UNTIL_CHECK)))
                .param("id", resolution.id())
                .update();
    }

    /** Opens a task assigned to the person who acted. */
    private void openTask(IncidentResolution resolution) {
        var orders = caseDetails
                .of(resolution.process(), resolution.businessKey())
                .map(CaseDetails.Details::orderNumbers)
                .orElse(List.of());
        inbox.open(
                NewTask.of(
                                StuckAgainTask.TYPE,
                                StuckAgainTask.key(resolution),
                                new Subject(CaseSubject.KIND, resolution.businessKey()),
                                BilingualText.of("task.mending-stuck-again.reason", resolution.businessKey()))
                        .linkedTo(Subject.all(
                                Subject.ORDER,
                                orders.stream().map(OrderNumber::value).toList()))
                        .dueAt(clock.instant().plus(TO_ANSWER))
                        .urgent(1),
                resolution.askedBy());
    }

    @Override
    public List<String> moving() {
        return active && due() ? List.of("resolved incidents to be checked") : List.of();
    }

    @Override
    public Optional<Instant> nextDue() {
        return jdbc.sql("select min(check_at) from incident_resolution where state = 'ACTED' and check_at > :now")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    private boolean due() {
        return jdbc.sql("select exists (select 1 from incident_resolution where state = 'ACTED' and check_at <= :now)")
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }
}
