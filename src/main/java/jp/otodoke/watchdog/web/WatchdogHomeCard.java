package jp.otodoke.watchdog.web;

import java.util.List;
import java.util.Set;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.platform.pages.HomeCard;
import jp.otodoke.platform.pages.HomeCard.Figure;
import jp.otodoke.platform.pages.HomeCardSource;
import jp.otodoke.watchdog.Findings;
import org.springframework.stereotype.Component;

/** What the watchdog has found. */
@Component
class WatchdogHomeCard implements HomeCardSource {
    private final Findings findings;
    private final Formats formats;

    WatchdogHomeCard(Findings findings, Formats formats) {
        this.findings = findings;
        this.formats = formats;
    }

    @Override
    public List<HomeCard> cards() {
        return List.of(new HomeCard(130, "watch", "binoculars", Set.of("SYSTEM"), this::open));
    }

    private Figure open() {
        var count = findings.open();
        return Figure.of("/watchdog", formats.number(count), count == 0).late(count > 0);
    }
}
