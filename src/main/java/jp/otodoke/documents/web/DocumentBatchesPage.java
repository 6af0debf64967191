package jp.otodoke.documents.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.otodoke.documents.BatchScope;
import jp.otodoke.documents.BeginDocumentBatch;
import jp.otodoke.documents.DocumentBatches;
import jp.otodoke.documents.DocumentKind;
import jp.otodoke.documents.MergeDocuments;
import jp.otodoke.documents.StopDocumentBatch;
import jp.otodoke.platform.web.FlashMessages;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Many documents at once: how far they are, and their one PDF. */
@Controller
@RequestMapping("/documents/batches")
class DocumentBatchesPage {
    private static final int SIZE = 20;
    private static final List<DocumentKind> KINDS = List.of(
            DocumentKind.DELIVERY_NOTE, DocumentKind.INVOICE, DocumentKind.STATEMENT_INVOICE, DocumentKind.STATEMENT);

    private final DocumentBatches batches;
    private final BeginDocumentBatch beginBatch;
    private final StopDocumentBatch stopBatch;
    private final MergeDocuments mergeDocuments;
    private final FlashMessages flashMessages;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    DocumentBatchesPage(
            DocumentBatches batches,
            BeginDocumentBatch beginBatch,
            StopDocumentBatch stopBatch,
            MergeDocuments mergeDocuments,
            FlashMessages flashMessages,
            CurrentStaff staff,
            BusinessClock clock) {
        this.batches = batches;
        this.beginBatch = beginBatch;
        this.stopBatch = stopBatch;
        this.mergeDocuments = mergeDocuments;
        this.flashMessages = flashMessages;
        this.staff = staff;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        var total = batches.count();
        var shown = Math.max(0, Math.min(page, (int) ((total - 1) / SIZE)));
        var listed = batches.list(shown * SIZE, SIZE);
        model.addAttribute("batches", listed);
        model.addAttribute("anyRunning", listed.stream().anyMatch(batch -> batch.running()));
        model.addAttribute("kinds", KINDS);
        model.addAttribute("today", clock.today());
        model.addAttribute("lastMonth", YearMonth.from(clock.today()).minusMonths(1));
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        return "documents/batches";
    }

    @PostMapping
    String begin(
            @RequestParam DocumentKind kind,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable YearMonth month,
            RedirectAttributes flash) {
        flashMessages.show(flash, () -> {
            beginBatch.begin(BatchScope.of(kind, day, month), staff.name());
            return "documents.batch.begun";
        });
        return "redirect:/documents/batches";
    }

    @GetMapping("/{batch:[0-9]{1,18}}")
    String show(@PathVariable long batch, Model model) {
        model.addAttribute("b", batches.get(batch));
        model.addAttribute("problems", batches.problems(batch));
        return "documents/batch";
    }

    @PostMapping("/{batch:[0-9]{1,18}}/stop")
    String stop(@PathVariable long batch, RedirectAttributes flash) {
        flashMessages.show(flash, () -> {
            stopBatch.stop(batch, staff.name());
            return "documents.batch.stopped";
        });
        return "redirect:/documents/batches";
    }

    @GetMapping("/{batch:[0-9]{1,18}}/pdf")
    ResponseEntity<StreamingResponseBody> pdf(@PathVariable long batch) {
        var issued = mergeDocuments.open(batch);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, PdfResponse.shown("documents-" + batch + ".pdf"))
                .body(out -> mergeDocuments.write(issued, out));
    }
}
