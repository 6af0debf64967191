package jp.otodoke.watchdog.web;

import jp.otodoke.shared.pages.WaitingWork;
import jp.otodoke.watchdog.Findings;
import org.springframework.stereotype.Component;

/** How much the watchdog has found. */
@Component
class FindingsWaiting implements WaitingWork {
    private final Findings findings;

    FindingsWaiting(Findings findings) {
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
