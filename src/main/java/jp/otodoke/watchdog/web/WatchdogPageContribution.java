package jp.otodoke.watchdog.web;

import java.util.List;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import org.springframework.stereotype.Component;

/** The watchdog in the frame around all pages. */
@Component
class WatchdogPageContribution implements PageContribution {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(120, "flow", "watchdog", "/watchdog", "binoculars"));
    }

    @Override
    public List<PathRule> paths() {
        return List.of(new PathRule(240, "watchdog", "VIEW", "OPERATIONS"));
    }
}
