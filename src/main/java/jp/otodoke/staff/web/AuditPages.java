package jp.otodoke.staff.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.invariants.CheckInvariants;
import jp.otodoke.staff.AuditTrail;
import jp.otodoke.staff.SealAudit;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who did what, when: for those who answer for it. */
@Controller
class AuditPages {
    private static final int SIZE = 50;
    private static final String CHAIN = "audit-chain";

    private final AuditList entries;
    private final AuditTrail audit;
    private final SealAudit seal;
    private final CheckInvariants invariants;
    private final MessageSource messages;

    AuditPages(
            AuditList entries, AuditTrail audit, SealAudit seal, CheckInvariants invariants, MessageSource messages) {
        this.entries = entries;
        this.audit = audit;
        this.seal = seal;
        this.invariants = invariants;
        this.messages = messages;
    }

    @GetMapping("/audit")
    String list(
            @ModelAttribute("filter") AuditFilter filter,
            BindingResult mistakes,
            @RequestParam(defaultValue = "0") int page,
            HttpServletRequest request,
            Model model) {
        var total = entries.count(filter);
        var shown = Math.max(0, Math.min(page, (int) ((total - 1) / SIZE)));
        // Where a condition can't be read, binding leaves none in the model.
        model.addAttribute("filter", filter);
        model.addAttribute("entries", entries.page(filter, shown, SIZE));
        model.addAttribute("actions", entries.actions());
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        model.addAttribute("mistyped", mistakes.hasErrors());
        model.addAttribute("head", seal.head());
        model.addAttribute("query", query(request));
        return "staff/audit";
    }

    /** Whether anybody changed, removed or slipped in an entry. */
    @PostMapping("/audit/check")
    String check(RedirectAttributes after, Locale locale) {
        seal.seal();
        var wrong = invariants.check(CHAIN).violations();
        if (wrong == 0) {
            after.addFlashAttribute(
                    "done",
                    messages.getMessage(
                            "audit.chain.holds", new Object[] {seal.head().no()}, locale));
        } else {
            after.addFlashAttribute("refused", messages.getMessage("audit.chain.broken", new Object[] {wrong}, locale));
        }
        return "redirect:/audit";
    }

    @GetMapping("/audit/export.csv")
    ResponseEntity<StreamingResponseBody> export(
            @ModelAttribute("filter") AuditFilter filter, BindingResult mistakes, Locale locale) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
                .body(out -> {
                    var rows = new AtomicLong();
                    // Excel reads UTF-8 only behind a byte order mark.
                    out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
                    try (var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                        csv.writeRecord("at", "who", "action", "subject", "detail");
                        entries.each(filter, entry -> {
                            rows.incrementAndGet();
                            csv.writeRecord(
                                    entry.at()
                                            .atZone(BusinessClock.TOKYO)
                                            .toOffsetDateTime()
                                            .toString(),
                                    cell(entry.who()),
                                    entry.action(),
                                    cell(entry.subject()),
                                    cell(entry.detail()));
                        });
                    } finally {
                        audit.record(
                                "audit-exported",
                                "csv",
                                messages.getMessage("audit.rows", new Object[] {rows.get(), ""}, locale)
                                        .strip());
                    }
                });
    }

    /** A cell that begins like a formula would be run by a spreadsheet. */
    private static String cell(String text) {
        return text.matches("(?s)[=+@\\-\t].*") ? "'" + text : text;
    }

    private static String query(HttpServletRequest request) {
        return request.getQueryString() == null ? "" : "?" + request.getQueryString();
    }
}
