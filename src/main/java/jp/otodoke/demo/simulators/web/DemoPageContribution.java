package jp.otodoke.demo.simulators.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import org.springframework.stereotype.Component;

/** The demo's page in the frame around all pages. */
@Component
class DemoPageContribution implements PageContribution {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(190, "system", "demo", "/demo", "magic"));
    }

    @Override
    public List<PathRule> paths() {
        return List.of(new PathRule(370, "demo", "DEMO", "DEMO"));
    }

    @Override
    public List<String> unaudited() {
        return List.of("/demo/**", "/api/v1/demo/**");
    }

    @Override
    public Map<String, String> apiGroups() {
        return Map.of("demo", "Only in a demo: faults of the simulated partners, work in flight");
    }
}
