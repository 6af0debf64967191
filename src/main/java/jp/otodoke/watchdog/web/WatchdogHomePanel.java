package jp.otodoke.watchdog.web;

import java.util.List;
import jp.otodoke.platform.pages.HomePanel;
import jp.otodoke.platform.pages.HomePanel.Position;
import jp.otodoke.platform.pages.HomePanelSource;
import jp.otodoke.watchdog.Finding;
import jp.otodoke.watchdog.Findings;
import org.springframework.stereotype.Component;

/** Home page panel: the oldest open findings; it is not shown without any. */
@Component
class WatchdogHomePanel implements HomePanelSource {
    private static final int SHOWN = 5;

    private final Findings findings;

    WatchdogHomePanel(Findings findings) {
        this.findings = findings;
    }

    @Override
    public List<HomePanel> panels() {
        var open = findings.open();
        return open == 0
                ? List.of()
                : List.of(new HomePanel(
                        Position.ABOVE_FIGURES,
                        10,
                        "watchdog/home-panel",
                        new Alerts(findings.list(Findings.Filter.OPEN, 0, SHOWN), open)));
    }

    /** The oldest findings, and how many are open. */
    record Alerts(List<Finding> findings, long open) {}
}
