package jp.otodoke.inventory.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import org.springframework.stereotype.Component;

/** Stock in the frame around all pages. */
@Component
class StockPageContribution implements PageContribution {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(
                85, "work", "stock-differences", "/stock/differences", "clipboard-check", "STOCK_EDIT"));
    }

    @Override
    public List<PathRule> paths() {
        return List.of(new PathRule(50, "stock", "VIEW", "STOCK_EDIT"));
    }

    @Override
    public Map<String, String> apiGroups() {
        return Map.of("stock", "What is on hand, allocated and coming, and counts that differ");
    }
}
