package jp.otodoke.workflow.web;

import java.util.List;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import jp.otodoke.platform.pages.WarmUpPages;
import org.springframework.stereotype.Component;

/** Navigation entries and page permissions of processes and incidents. */
@Component
class ProcessPageContribution implements PageContribution, WarmUpPages {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(100, "flow", "processes", "/processes", "diagram-3"),
                new NavigationEntry(110, "flow", "incidents", "/incidents", "exclamation-triangle"));
    }

    @Override
    public List<PathRule> paths() {
        return List.of(
                new PathRule(220, "processes", "VIEW", "OPERATIONS"),
                new PathRule(230, "incidents", "OPERATIONS", "OPERATIONS"));
    }

    @Override
    public List<String> toWarmUp() {
        return List.of("/processes", "/processes/order");
    }
}
