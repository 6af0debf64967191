package jp.otodoke.platform.invariants;

import java.util.List;
import java.util.Map;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import org.springframework.stereotype.Component;

/** Invariants in the frame around all pages. */
@Component
class InvariantsPageContribution implements PageContribution {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(150, "system", "invariants", "/invariants", "shield-check"));
    }

    @Override
    public List<PathRule> paths() {
        return List.of(new PathRule(270, "invariants", "INVARIANTS_VIEW", "INVARIANTS_VIEW"));
    }

    @Override
    public Map<String, String> apiGroups() {
        return Map.of("invariants", "What must always be true, checked");
    }
}
