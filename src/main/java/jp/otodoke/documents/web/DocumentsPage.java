package jp.otodoke.documents.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import jp.otodoke.documents.DocumentKind;
import jp.otodoke.documents.FindDocuments;
import jp.otodoke.documents.IssueReminder;
import jp.otodoke.documents.IssueSearchedDocuments;
import jp.otodoke.documents.IssueStatement;
import jp.otodoke.documents.OpenDocument;
import jp.otodoke.platform.web.FlashMessages;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ReceivableNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The documents that were issued, found by date, amount and partner; each as PDF and for the printer of the browser. */
@Controller
class DocumentsPage {
    private static final int SIZE = 50;

    private final FindDocuments documents;
    private final IssueSearchedDocuments issueSearched;
    private final OpenDocument openDocument;
    private final IssueStatement issueStatement;
    private final IssueReminder issueReminder;
    private final FlashMessages flashMessages;

    DocumentsPage(
            FindDocuments documents,
            IssueSearchedDocuments issueSearched,
            OpenDocument openDocument,
            IssueStatement issueStatement,
            IssueReminder issueReminder,
            FlashMessages flashMessages) {
        this.documents = documents;
        this.issueSearched = issueSearched;
        this.openDocument = openDocument;
        this.issueStatement = issueStatement;
        this.issueReminder = issueReminder;
        this.flashMessages = flashMessages;
    }

    @GetMapping("/documents")
    String list(
            DocumentListQuery query,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var filter = query.filter();
        issueSearched.issue(filter);
        var sums = documents.sums(filter);
        var shown = Math.max(0, Math.min(page, (int) ((sums.documents() - 1) / SIZE)));
        model.addAttribute("documents", documents.list(filter, sort, shown * SIZE, SIZE));
        model.addAttribute("sums", sums);
        model.addAttribute("q", query);
        model.addAttribute("kinds", DocumentKind.values());
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        return "documents/documents";
    }

    @GetMapping("/documents/{id:[0-9]{1,18}}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id) {
        return PdfResponse.of(openDocument.pdf(id));
    }

    /** For the printer of the browser. */
    @GetMapping("/documents/{id:[0-9]{1,18}}/print")
    ResponseEntity<byte[]> print(@PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(openDocument.html(id).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/documents/statements")
    String statement(
            @RequestParam String customer,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            RedirectAttributes flash) {
        flashMessages.show(flash, () -> {
            issueStatement.issue(CustomerNumber.of(customer.strip()), from, to);
            return "documents.issued";
        });
        return "redirect:/documents";
    }

    @PostMapping("/documents/reminders")
    String reminder(@RequestParam String receivable, RedirectAttributes flash) {
        flashMessages.show(flash, () -> {
            issueReminder.issue(ReceivableNumber.of(receivable.strip()));
            return "documents.issued";
        });
        return "redirect:/documents";
    }
}
