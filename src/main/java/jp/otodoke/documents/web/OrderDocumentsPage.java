package jp.otodoke.documents.web;

import java.util.List;
import jp.otodoke.documents.DocumentFilter;
import jp.otodoke.documents.DocumentKind;
import jp.otodoke.documents.FindDocuments;
import jp.otodoke.documents.IssueDueDocuments;
import jp.otodoke.documents.IssueOrderDocument;
import jp.otodoke.documents.ReceiptWording;
import jp.otodoke.platform.web.FlashMessages;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The documents of an order: those that it has, and those that can be issued. */
@Controller
@RequestMapping("/orders/{number:A[0-9]+}/documents")
class OrderDocumentsPage {
    private static final int MOST = 200;

    /** Those with nothing to type. */
    private static final List<DocumentKind> BY_BUTTON = List.of(
            DocumentKind.DELIVERY_NOTE,
            DocumentKind.GIFT_DELIVERY_NOTE,
            DocumentKind.INVOICE,
            DocumentKind.RETURN_INVOICE,
            DocumentKind.PAYMENT_SLIP,
            DocumentKind.REMINDER);

    private final FindDocuments documents;
    private final IssueDueDocuments issueDue;
    private final IssueOrderDocument issueOrderDocument;
    private final FlashMessages flashMessages;
    private final CurrentStaff staff;

    OrderDocumentsPage(
            FindDocuments documents,
            IssueDueDocuments issueDue,
            IssueOrderDocument issueOrderDocument,
            FlashMessages flashMessages,
            CurrentStaff staff) {
        this.documents = documents;
        this.issueDue = issueDue;
        this.issueOrderDocument = issueOrderDocument;
        this.flashMessages = flashMessages;
        this.staff = staff;
    }

    @GetMapping
    String list(@PathVariable OrderNumber number, Model model) {
        if (staff.may(Permission.PERSONAL_VIEW)) {
            issueDue.issue(number);
        }
        model.addAttribute("order", number);
        model.addAttribute("documents", documents.list(DocumentFilter.of(number), null, 0, MOST));
        model.addAttribute("kinds", BY_BUTTON);
        return "documents/order-documents";
    }

    @PostMapping
    String issue(
            @PathVariable OrderNumber number,
            @RequestParam DocumentKind kind,
            @RequestParam(required = false) @Nullable String addressee,
            @RequestParam(required = false) @Nullable String proviso,
            RedirectAttributes flash) {
        flashMessages.show(flash, () -> {
            issueOrderDocument.issue(
                    number, kind, new ReceiptWording(TextNormalizer.orNull(addressee), TextNormalizer.orNull(proviso)));
            return "documents.issued";
        });
        return "redirect:/orders/" + number + "/documents";
    }
}
