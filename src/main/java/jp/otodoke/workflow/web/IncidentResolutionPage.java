package jp.otodoke.workflow.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.workflow.ApprovalThreshold;
import jp.otodoke.workflow.CaseDetailsLookup;
import jp.otodoke.workflow.DryRun;
import jp.otodoke.workflow.FaultKind;
import jp.otodoke.workflow.IncidentResolution;
import jp.otodoke.workflow.IncidentResolutions;
import jp.otodoke.workflow.Incidents;
import jp.otodoke.workflow.ResolveIncident;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Resolves incidents: a single one, all with the same cause, and approvals by a second person. */
@Controller
class IncidentResolutionPage {
    /** Maximum number of incidents in a preview; each is a transaction that is rolled back. */
    private static final int MOST = 50;

    private final Incidents incidents;
    private final ResolveIncident resolveIncident;
    private final IncidentResolutions incidentResolutions;
    private final DryRun dryRun;
    private final CaseDetailsLookup caseDetails;
    private final ApprovalThreshold approvalThreshold;
    private final RetryOnConflict retryOnConflict;
    private final CurrentStaff staff;

    IncidentResolutionPage(
            Incidents incidents,
            ResolveIncident resolveIncident,
            IncidentResolutions incidentResolutions,
            DryRun dryRun,
            CaseDetailsLookup caseDetails,
            ApprovalThreshold approvalThreshold,
            RetryOnConflict retryOnConflict,
            CurrentStaff staff) {
        this.incidents = incidents;
        this.resolveIncident = resolveIncident;
        this.incidentResolutions = incidentResolutions;
        this.dryRun = dryRun;
        this.caseDetails = caseDetails;
        this.approvalThreshold = approvalThreshold;
        this.retryOnConflict = retryOnConflict;
        this.staff = staff;
    }

    @PostMapping("/incidents/{id}/retry")
    String retry(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            Locale locale) {
        return act(id, IncidentResolution.Kind.RETRY, reason, flash, locale);
    }

    @PostMapping("/incidents/{id}/skip")
    String skip(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            Locale locale) {
        return act(id, IncidentResolution.Kind.SKIP, reason, flash, locale);
    }

    @PostMapping("/incidents/requests/{id}/approve")
    String approve(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        return answer(() -> resolveIncident.approve(id), "resolution.approved", flash, locale);
    }

    @PostMapping("/incidents/requests/{id}/refuse")
    String refuse(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        return answer(() -> resolveIncident.refuse(id), "resolution.refused", flash, locale);
    }

    @PostMapping("/incidents/seen")
    String seen() {
        incidentResolutions.seen(staff.name());
        return "redirect:/incidents";
    }

    @PostMapping("/incidents/four-eyes")
    String limit(@RequestParam(defaultValue = "-1") long aboveYen, RedirectAttributes flash, Locale locale) {
        try {
            approvalThreshold.change(Yen.of(aboveYen));
            flash.addFlashAttribute("done", text("resolution.limit.saved", locale));
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("refused", text("resolution.limit.wrong", locale));
        }
        return "redirect:/incidents";
    }

    /** Previews a retry of all incidents with the same cause. */
    @GetMapping("/incidents/causes/{cause}")
    String preview(@PathVariable String cause, Model model) {
        var filter = new Incidents.Filter(cause, null, null);
        var lines = new ArrayList<Line>();
        for (var incident : incidents.list(filter, null, 0, MOST)) {
            var yen = caseDetails
                    .of(incident.process(), incident.businessKey())
                    .map(f -> f.yen())
                    .orElse(Yen.ZERO);
            var result = dryRun.of(incident, IncidentResolution.Kind.RETRY);
            lines.add(new Line(
                    incident,
                    yen,
                    yen.isMoreThan(approvalThreshold.aboveYen()),
                    result,
                    result.trace() == null ? null : FaultKind.of(result.trace())));
        }
        model.addAttribute("cause", cause);
        model.addAttribute("lines", lines);
        model.addAttribute("total", incidents.count(filter));
        model.addAttribute(
                "good", lines.stream().filter(l -> l.result().succeeds()).count());
        return "workflow/incident-bulk";
    }

    /** Each is resolved in its own transaction, so that a failure does not affect the others. */
    @PostMapping("/incidents/causes/{cause}")
    String retryAll(
            @PathVariable String cause,
            @RequestParam(required = false) @Nullable List<String> id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            Locale locale) {
        var batch = UUID.randomUUID().toString();
        var refused = new ArrayList<String>();
        for (var one : id == null ? List.<String>of() : id) {
            try {
                retryOnConflict.inTransaction(
                        () -> resolveIncident.resolve(one, IncidentResolution.Kind.RETRY, reason, batch));
            } catch (Refusal no) {
                refused.add(text(no, locale));
            }
        }
        if (!refused.isEmpty()) {
            flash.addFlashAttribute("refused", String.join(" / ", refused));
        }
        return "redirect:/incidents/batches/" + batch;
    }

    @GetMapping("/incidents/batches/{batch}")
    String outcome(@PathVariable String batch, Model model) {
        model.addAttribute("resolutions", incidentResolutions.ofBatch(batch));
        return "workflow/incident-batch";
    }

    private String act(
            String id, IncidentResolution.Kind kind, String reason, RedirectAttributes flash, Locale locale) {
        return answer(() -> resolveIncident.resolve(id, kind, reason, null), "resolution.acted." + kind, flash, locale);
    }

    private String answer(Supplier<IncidentResolution> work, String done, RedirectAttributes flash, Locale locale) {
        try {
            var resolution = retryOnConflict.inTransaction(work);
            var asked = resolution.state() == IncidentResolution.State.ASKED;
            flash.addFlashAttribute("done", text(asked ? "resolution.asked" : done, locale));
            return "redirect:/incidents/" + resolution.incident();
        } catch (Refusal no) {
            flash.addFlashAttribute("refused", text(no, locale));
            return "redirect:/incidents";
        }
    }

    private String text(String key, Locale locale) {
        return BilingualText.of(key).in(locale);
    }

    private String text(Refusal no, Locale locale) {
        return no.words().in(locale);
    }

    /** An incident with the predicted outcome of a retry. */
    record Line(Incidents.Incident incident, Yen yen, boolean byTwo, DryRun.Result result, @Nullable FaultKind fault) {}
}
