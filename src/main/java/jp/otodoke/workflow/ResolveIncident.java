package jp.otodoke.workflow;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.AuditTrail;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.workflow.Incidents.Incident;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Resolves an incident manually. Above the approval threshold a second person must approve; nobody can approve
 * their own request. The outcome is checked some minutes later by {@link RecheckResolvedIncidents}.
 */
@Component
public class ResolveIncident {
    static final Duration UNTIL_CHECK = Duration.ofMinutes(3);

    private final JdbcClient jdbc;
    private final Incidents incidents;
    private final IncidentResolutions incidentResolutions;
    private final ProcessModification processModification;
    private final ApprovalThreshold approvalThreshold;
    private final CaseDetailsLookup caseDetails;
    private final AuditTrail audit;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    ResolveIncident(
            JdbcClient jdbc,
            Incidents incidents,
            IncidentResolutions incidentResolutions,
            ProcessModification processModification,
            ApprovalThreshold approvalThreshold,
            CaseDetailsLookup caseDetails,
            AuditTrail audit,
            CurrentStaff staff,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.incidentResolutions = incidentResolutions;
        this.processModification = processModification;
        this.approvalThreshold = approvalThreshold;
        this.caseDetails = caseDetails;
        this.audit = audit;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * @param reason for the record; may be empty
     * @param batch groups resolutions started together; null for a single one
     * @return done ({@code ACTED}), or waiting for approval ({@code ASKED})
     * @throws Refusal if the incident is over, a request is pending already, or the step must not be skipped
     */
    @Transactional
    public IncidentResolution resolve(
            String incidentId, IncidentResolution.Kind kind, String reason, @Nullable String batch) {
        var incident = locked(incidentId);
        if (kind == IncidentResolution.Kind.SKIP && !incidents.skippable(incident)) {
            throw Refusal.invalid("resolution.not-skippable");
        }
        var open = incidentResolutions.byIncident(incidentId).filter(m -> m.state() == IncidentResolution.State.ASKED);
        if (open.isPresent()) {
            throw Refusal.conflict("resolution.asked-already", open.get().askedBy());
        }
        var yen = caseDetails
                .of(incident.process(), incident.businessKey())
                .map(CaseDetails.Details::yen)
                .orElse(Yen.ZERO);
        var alone = !approvalThreshold.needed(yen);
        var id = insert(incident, kind, yen, reason, batch, alone);
        audit.record(
                (alone ? "incident-" : "incident-asked-") + kind.name().toLowerCase(Locale.ROOT),
                key(incident),
                incident.process() + "/" + incident.failedStep());
        if (alone) {
            processModification.move(incident, kind);
        }
        return incidentResolutions.find(id).orElseThrow();
    }

    /** Approves and carries out a request. */
    @Transactional
    public IncidentResolution approve(long id) {
        var asked = asked(id);
        if (asked.askedBy().equals(staff.name())) {
            throw Refusal.conflict("resolution.own-request");
        }
        var incident = locked(asked.incident());
        decide(asked, "ACTED");
        audit.record(
                "incident-approved-" + asked.kind().name().toLowerCase(Locale.ROOT),
                asked.businessKey(),
                asked.process() + "/" + asked.step() + " (" + asked.askedBy() + ")");
        processModification.move(incident, asked.kind());
        return incidentResolutions.find(id).orElseThrow();
    }

    /** Rejects a request; the requester can withdraw it in the same way. */
    @Transactional
    public IncidentResolution refuse(long id) {
        var asked = asked(id);
        decide(asked, "REFUSED");
        audit.record(
                "incident-refused",
                asked.businessKey(),
                asked.process() + "/" + asked.step() + " (" + asked.askedBy() + ")");
        return incidentResolutions.find(id).orElseThrow();
    }

    private IncidentResolution asked(long id) {
        jdbc.sql("select id from incident_resolution where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
        var resolution = incidentResolutions.find(id).orElseThrow(() -> Refusal.notFound("resolution.not-found", id));
        if (resolution.state() != IncidentResolution.State.ASKED) {
            throw Refusal.conflict("resolution.decided-already", String.valueOf(resolution.decidedBy()));
        }
        return resolution;
    }

    /** Locks the job, so that the second of two concurrent requests finds the incident gone. */
    private Incident locked(String id) {
        jdbc.sql(
                        """
                        select j.id_ from act_ru_job j join act_ru_incident i on i.configuration_ = j.id_
                         where i.id_ = :id for update of j
                        """)
                .param("id", id)
                .query(String.class)
                .optional();
        return incidents.get(id);
    }

    private long insert(
            Incident incident,
            IncidentResolution.Kind kind,
            Yen yen,
            String reason,
            @Nullable String batch,
            boolean alone) {
        return jdbc.sql(
                        """
                        insert into incident_resolution (incident, job, process, instance, business_key, step, kind, yen, reason,
                                             batch, state, asked_by, asked_at, check_at)
                        values (:incident, :job, :process, :instance, :key, :step, :kind, :yen, :reason, :batch, :state,
                                :by, :now, :check) returning id
                        """)
                .param("incident", incident.id())
                .param("job", Objects.requireNonNull(incident.job()))
                .param("process", incident.process())
                .param("instance", incident.instance())
                .param("key", key(incident))
                .param("step", incident.failedStep())
                .param("kind", kind.name())
                .param("yen", yen.amount())
                .param("reason", reason)
                .param("batch", batch)
                .param("state", alone ? "ACTED" : "ASKED")
                .param("by", staff.name())
                .param("now", now())
                .param("check", alone ? inSomeMinutes() : null)
                .query(Long.class)
                .single();
    }

    private void decide(IncidentResolution asked, String state) {
        jdbc.sql(
                        """
                        update incident_resolution set state = :state, decided_by = :by, decided_at = :now, check_at = :check
                         where id = :id
                        """)
                .param("state", state)
                .param("by", staff.name())
                .param("now", now())
                .param("check", state.equals("ACTED") ? inSomeMinutes() : null)
                .param("id", asked.id())
                .update();
    }

    private static String key(Incident incident) {
        return incident.businessKey() == null ? incident.instance() : incident.businessKey();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Timestamp inSomeMinutes() {
        return Timestamp.from(clock.instant().plus(UNTIL_CHECK));
    }
}
