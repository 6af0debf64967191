package jp.otodoke.documents.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.documents.DocumentKind;
import jp.otodoke.documents.FindDocuments;
import jp.otodoke.payments.FindStatements;
import jp.otodoke.payments.Statement;
import jp.otodoke.payments.StatementNumber;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.platform.pages.PagePanel;
import jp.otodoke.platform.pages.PagePanelSource;
import org.springframework.stereotype.Component;

/** The invoice of a statement on its page, for who may see names. */
@Component
class StatementInvoicePanel implements PagePanelSource {
    private final FindDocuments documents;
    private final FindStatements statements;
    private final PageFrame pageFrame;

    StatementInvoicePanel(FindDocuments documents, FindStatements statements, PageFrame pageFrame) {
        this.documents = documents;
        this.statements = statements;
        this.pageFrame = pageFrame;
    }

    @Override
    public List<PagePanel> of(String kind, String number) {
        return kind.equals("statement") && pageFrame.may("PERSONAL_VIEW") ? List.of(panel(number)) : List.of();
    }

    private PagePanel panel(String number) {
        var issuable = statements
                .find(StatementNumber.of(number))
                .filter(sheet -> sheet.statement().state() != Statement.State.CANCELLED)
                .isPresent();
        return new PagePanel(
                "documents/statement-panel",
                Map.of(
                        "number",
                        number,
                        "issuable",
                        issuable,
                        "documents",
                        documents.about(DocumentKind.STATEMENT_INVOICE, number)));
    }
}
