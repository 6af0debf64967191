package jp.otodoke.workflow.web;

import java.util.List;
import java.util.Locale;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.workflow.ApprovalThreshold;
import jp.otodoke.workflow.CaseDetailsLookup;
import jp.otodoke.workflow.DryRun;
import jp.otodoke.workflow.IncidentResolution;
import jp.otodoke.workflow.IncidentResolutions;
import jp.otodoke.workflow.Incidents;
import jp.otodoke.workflow.Incidents.Incident;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Shows incidents: what failed, what it means and what can be done. They are resolved on {@link
 * IncidentResolutionPage}.
 */
@Controller
class IncidentPage {
    private static final int SIZE = 50;

    private final Incidents incidents;
    private final IncidentResolutions incidentResolutions;
    private final DryRun dryRun;
    private final CaseDetailsLookup caseDetails;
    private final ApprovalThreshold approvalThreshold;
    private final FaultExplanation faultExplanation;
    private final CurrentStaff staff;

    IncidentPage(
            Incidents incidents,
            IncidentResolutions incidentResolutions,
            DryRun dryRun,
            CaseDetailsLookup caseDetails,
            ApprovalThreshold approvalThreshold,
            FaultExplanation faultExplanation,
            CurrentStaff staff) {
        this.incidents = incidents;
        this.incidentResolutions = incidentResolutions;
        this.dryRun = dryRun;
        this.caseDetails = caseDetails;
        this.approvalThreshold = approvalThreshold;
        this.faultExplanation = faultExplanation;
        this.staff = staff;
    }

    @GetMapping("/incidents")
    String list(
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var filter = new Incidents.Filter(blankToNull(cause), blankToNull(process), blankToNull(q));
        model.addAttribute(
                "incidents",
                incidents.list(filter, sort, page * SIZE, SIZE).stream()
                        .map(this::row)
                        .toList());
        model.addAttribute("total", incidents.count(filter));
        model.addAttribute("all", incidents.count());
        model.addAttribute("causes", incidents.causes());
        model.addAttribute("asked", incidentResolutions.asked());
        model.addAttribute("results", incidentResolutions.unseen(staff.name()));
        model.addAttribute("me", staff.name());
        model.addAttribute("aboveYen", approvalThreshold.aboveYen());
        model.addAttribute("filter", filter);
        model.addAttribute("page", page);
        model.addAttribute("size", SIZE);
        return "workflow/incidents";
    }

    @GetMapping("/incidents/{id}")
    String show(@PathVariable String id, Model model, Locale locale) {
        var incident = incidents.find(id);
        if (incident.isEmpty()) {
            return past(id, model);
        }
        fill(incident.get(), model, locale);
        return "workflow/incident";
    }

    /** Shows a dry run of the resolution, with buttons to carry it out. */
    @PostMapping("/incidents/{id}/dry-run")
    String tryOut(@PathVariable String id, @RequestParam IncidentResolution.Kind kind, Model model, Locale locale) {
        var incident = incidents.get(id);
        var result = dryRun.of(incident, kind);
        fill(incident, model, locale);
        model.addAttribute("tried", result);
        model.addAttribute("kind", kind);
        if (result.trace() != null) {
            model.addAttribute("again", words(incident, result.trace(), locale));
        }
        return "workflow/incident";
    }

    /** A closed incident: what was done and with what outcome. */
    private String past(String id, Model model) {
        var resolution =
                incidentResolutions.byIncident(id).orElseThrow(() -> Refusal.notFound("incident.not-found", id));
        model.addAttribute("resolution", resolution);
        model.addAttribute(
                "details",
                caseDetails.of(resolution.process(), resolution.businessKey()).orElse(null));
        model.addAttribute("history", incidentResolutions.ofCase(resolution.process(), resolution.businessKey()));
        model.addAttribute(
                "now", incidents.list(new Incidents.Filter(null, null, resolution.businessKey()), null, 0, 1));
        return "workflow/incident-past";
    }

    private void fill(Incident incident, Model model, Locale locale) {
        var key = incident.businessKey();
        var details = caseDetails.of(incident.process(), key).orElse(null);
        List<IncidentResolution> history =
                key == null ? List.of() : incidentResolutions.ofCase(incident.process(), key);
        model.addAttribute("incident", incident);
        model.addAttribute("details", details);
        model.addAttribute("words", words(incident, incidents.trace(incident), locale));
        model.addAttribute("skippable", incidents.skippable(incident));
        model.addAttribute("history", history);
        model.addAttribute(
                "open",
                history.stream()
                        .filter(m -> m.state() == IncidentResolution.State.ASKED
                                && m.incident().equals(incident.id()))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("me", staff.name());
        model.addAttribute("aboveYen", approvalThreshold.aboveYen());
        model.addAttribute("byTwo", details != null && details.yen().isMoreThan(approvalThreshold.aboveYen()));
    }

    private FaultExplanation.Words words(Incident incident, String trace, Locale locale) {
        return faultExplanation.words(incident.process(), incident.failedStep(), trace, locale);
    }

    private IncidentRow row(Incident incident) {
        return new IncidentRow(
                incident,
                caseDetails.of(incident.process(), incident.businessKey()).orElse(null));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
