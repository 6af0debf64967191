package jp.otodoke.documents.web;

import jp.otodoke.documents.IssueStatementInvoice;
import jp.otodoke.payments.StatementNumber;
import jp.otodoke.platform.web.FlashMessages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Issues the invoice of a statement from its page. */
@Controller
class StatementDocumentsPage {
    private final IssueStatementInvoice issueInvoice;
    private final FlashMessages flashMessages;

    StatementDocumentsPage(IssueStatementInvoice issueInvoice, FlashMessages flashMessages) {
        this.issueInvoice = issueInvoice;
        this.flashMessages = flashMessages;
    }

    @PostMapping("/statements/{number:B[0-9]{8}}/documents")
    String issue(@PathVariable String number, RedirectAttributes flash) {
        flashMessages.show(flash, () -> {
            issueInvoice.issue(StatementNumber.of(number));
            return "documents.issued";
        });
        return "redirect:/statements/" + number;
    }
}
