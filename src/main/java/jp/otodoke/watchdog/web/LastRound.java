package jp.otodoke.watchdog.web;

import java.time.Duration;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.watchdog.Findings;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Whether the watchdog itself is awake: an empty list means nothing when nobody looks. */
@Component
class LastRound {
    private static final Duration SILENT = Duration.ofMinutes(2);

    private final Findings findings;
    private final BusinessClock clock;

    LastRound(Findings findings, BusinessClock clock) {
        this.findings = findings;
        this.clock = clock;
    }

    void addTo(Model model) {
        var at = findings.lookedAt();
        model.addAttribute("lookedAt", at);
        model.addAttribute(
                "silent", at != null && Duration.between(at, clock.instant()).compareTo(SILENT) > 0);
    }
}
