package jp.otodoke.documents.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import jp.otodoke.platform.pages.StatusChip;
import org.springframework.stereotype.Component;

/** Navigation entry, page permissions and status chips of documents: the list is for who sees money, a document for who sees names. */
@Component
class DocumentPageContribution implements PageContribution {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(67, "work", "documents", "/documents", "file-earmark-text"));
    }

    @Override
    public List<PathRule> paths() {
        return List.of(
                new PathRule(62, "orders/*/documents", "MONEY_VIEW", "PERSONAL_VIEW"),
                new PathRule(163, "statements/*/documents", "MONEY_VIEW", "PERSONAL_VIEW"),
                new PathRule(164, "receivables/*/documents", "MONEY_VIEW", "PERSONAL_VIEW"),
                new PathRule(206, "documents/*", "PERSONAL_VIEW", "PERSONAL_VIEW"),
                new PathRule(207, "documents", "MONEY_VIEW", "PERSONAL_VIEW"));
    }

    @Override
    public List<StatusChip> chips() {
        return List.of(
                new StatusChip("document-batch.RUNNING", "move", "arrow-repeat"),
                new StatusChip("document-batch.STOPPED", "gone", "stop-circle"),
                new StatusChip("document-batch.DONE", "good", "check-circle"));
    }

    @Override
    public Map<String, String> apiGroups() {
        return Map.of("documents", "Invoices, receipts and other documents as they were issued");
    }
}
