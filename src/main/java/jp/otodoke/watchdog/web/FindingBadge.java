package jp.otodoke.watchdog.web;

import jp.otodoke.platform.pages.NavBadge;
import jp.otodoke.watchdog.Findings;
import org.springframework.stereotype.Component;

/** The number of open findings. */
@Component
class FindingBadge implements NavBadge {
    private final Findings findings;

    FindingBadge(Findings findings) {
        this.findings = findings;
    }

    @Override
    public String path() {
        return "/watchdog";
    }

    @Override
    public long count() {
        return findings.open();
    }
}
