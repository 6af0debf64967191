package jp.otodoke.workflow.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.workflow.IncidentResolution;
import jp.otodoke.workflow.Incidents;
import jp.otodoke.workflow.ProcessMonitor;
import jp.otodoke.workflow.ResolveIncident;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** API of processes and incidents. */
@RestController
class ProcessesApi {
    private final ProcessMonitor monitor;
    private final Incidents incidents;
    private final ResolveIncident resolveIncident;
    private final RetryOnConflict retryOnConflict;

    ProcessesApi(
            ProcessMonitor monitor,
            Incidents incidents,
            ResolveIncident resolveIncident,
            RetryOnConflict retryOnConflict) {
        this.monitor = monitor;
        this.incidents = incidents;
        this.resolveIncident = resolveIncident;
        this.retryOnConflict = retryOnConflict;
    }

    @GetMapping("/api/v1/processes")
    Map<String, List<ProcessMonitor.ProcessState>> processes() {
        return Map.of("items", monitor.all());
    }

    @GetMapping("/api/v1/incidents")
    Paged<Incidents.Incident> incidents(PageQuery page) {
        var sort = page.sort(Incidents.SORTING).asWritten();
        return Paged.of(
                incidents.list(Incidents.Filter.NONE, sort, page.offset(), page.size()), page, incidents.count());
    }

    /** {@code RETRYING}, or {@code AWAITING_APPROVAL} if a second person must approve. */
    @PostMapping("/api/v1/incidents/{id}/retry")
    Map<String, String> retry(@PathVariable String id) {
        var resolution = retryOnConflict.inTransaction(
                () -> resolveIncident.resolve(id, IncidentResolution.Kind.RETRY, "", null));
        return Map.of(
                "id",
                id,
                "state",
                resolution.state() == IncidentResolution.State.ASKED ? "AWAITING_APPROVAL" : "RETRYING");
    }
}
