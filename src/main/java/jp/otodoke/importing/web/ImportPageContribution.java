package jp.otodoke.importing.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import org.springframework.stereotype.Component;

/** Imports in the frame around all pages. */
@Component
class ImportPageContribution implements PageContribution {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(140, "flow", "imports", "/imports", "file-earmark-arrow-up"));
    }

    @Override
    public List<PathRule> paths() {
        return List.of(new PathRule(130, "imports", "IMPORTS", "IMPORTS"));
    }

    @Override
    public Map<String, String> apiGroups() {
        return Map.of("imports", "Files in bulk: products, customers, orders of the shops");
    }
}
