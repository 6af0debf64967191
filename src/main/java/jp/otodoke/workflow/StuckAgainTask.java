package jp.otodoke.workflow;

import java.util.List;
import java.util.Objects;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A step failed again after it had been retried: once its cause is cured, it is retried once more, or somebody takes the
 * cause in hand. The task closes as soon as the step is no longer stuck.
 */
@Component
class StuckAgainTask implements TaskKind {
    static final String TYPE = "mending-stuck-again";

    private static final String RETRY = "RETRY";
    private static final String RESOLUTION = "resolution:";

    private final Tasks tasks;
    private final ResolveIncident resolve;
    private final IncidentResolutions resolutions;
    private final JdbcClient jdbc;

    StuckAgainTask(Tasks tasks, ResolveIncident resolve, IncidentResolutions resolutions, JdbcClient jdbc) {
        this.tasks = tasks;
        this.resolve = resolve;
        this.resolutions = resolutions;
        this.jdbc = jdbc;
    }

    static String key(IncidentResolution resolution) {
        return RESOLUTION + resolution.id();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return CaseSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.OPERATIONS;
    }

    @Override
    public List<String> decisions() {
        return List.of(RETRY, "IN_HAND");
    }

    @Override
    public boolean commentRequired(String decision) {
        return !decision.equals(RETRY);
    }

    @Override
    public void decide(TaskDecision decision) {
        if (decision.code().equals(RETRY)) {
            var id = Long.parseLong(tasks.key(decision.task().id()).substring(RESOLUTION.length()));
            resolve.resolve(
                    incident(resolutions.find(id).orElseThrow()),
                    IncidentResolution.Kind.RETRY,
                    Objects.requireNonNullElse(decision.comment(), ""),
                    null);
        }
    }

    /** A retry may have made another incident of the same step. */
    private String incident(IncidentResolution before) {
        return jdbc.sql(
                        """
                        select id_ from act_ru_incident
                         where proc_inst_id_ = :instance
                           and (configuration_ = :job or coalesce(failed_activity_id_, activity_id_) = :step)
                         order by incident_timestamp_ desc limit 1
                        """)
                .param("instance", before.instance())
                .param("job", before.job())
                .param("step", before.step())
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("resolution.no-longer-stuck", before.businessKey()));
    }
}
