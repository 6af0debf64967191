package jp.otodoke.workflow;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the resolutions of incidents. */
@Component
public class IncidentResolutions {
    private static final String SELECT =
            """
            select id, incident, job, process, instance, business_key, step, kind, yen, reason, batch, state, asked_by,
                   asked_at, decided_by, decided_at, check_at, outcome_at, outcome_step from incident_resolution
            """;

    private final JdbcClient jdbc;
    private final CalledProcesses called;

    IncidentResolutions(JdbcClient jdbc, CalledProcesses called) {
        this.jdbc = jdbc;
        this.called = called;
    }

    @Transactional(readOnly = true)
    public Optional<IncidentResolution> find(long id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(IncidentResolution.class)
                .optional();
    }

    /** All resolutions of this case, newest first. */
    @Transactional(readOnly = true)
    public List<IncidentResolution> ofCase(String process, String businessKey) {
        return jdbc.sql(SELECT + " where business_key = :key and process in (:processes) order by id desc limit 50")
                .param("key", businessKey)
                .param("processes", called.ofSameCase(process))
                .query(IncidentResolution.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<IncidentResolution> byIncident(String incident) {
        return jdbc.sql(SELECT + " where incident = :incident order by id desc limit 1")
                .param("incident", incident)
                .query(IncidentResolution.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<IncidentResolution> ofBatch(String batch) {
        return jdbc.sql(SELECT + " where batch = :batch order by id")
                .param("batch", batch)
                .query(IncidentResolution.class)
                .list();
    }

    /** Resolutions waiting for approval, oldest first. */
    @Transactional(readOnly = true)
    public List<IncidentResolution> asked() {
        return jdbc.sql(SELECT + " where state = 'ASKED' order by id limit 100")
                .query(IncidentResolution.class)
                .list();
    }

    /**
     * Outcomes of a person's resolutions that the person has not seen yet and that still hold: of several attempts at
     * one step the last, and a failure only while the step is stuck.
     */
    @Transactional(readOnly = true)
    public List<IncidentResolution> unseen(String staff) {
        return jdbc.sql(
                        SELECT
                                + """
                         where asked_by = :staff and not seen and state in ('REFUSED', 'MOVED_ON', 'STUCK_AGAIN')
                           and not exists (select 1 from incident_resolution later
                                            where later.instance = incident_resolution.instance
                                              and later.step = incident_resolution.step
                                              and later.id > incident_resolution.id)
                           and (state <> 'STUCK_AGAIN' or exists (select 1 from act_ru_incident i
                                                                   where i.proc_inst_id_ = incident_resolution.instance))
                         order by outcome_at desc nulls last, id desc limit 50
                        """)
                .param("staff", staff)
                .query(IncidentResolution.class)
                .list();
    }

    @Transactional
    public void seen(String staff) {
        jdbc.sql(
                        """
                        update incident_resolution set seen = true
                         where asked_by = :staff and not seen and state in ('REFUSED', 'MOVED_ON', 'STUCK_AGAIN')
                        """)
                .param("staff", staff)
                .update();
    }
}
