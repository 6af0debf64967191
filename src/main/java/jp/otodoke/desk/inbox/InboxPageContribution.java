package jp.otodoke.desk.inbox;

import java.util.List;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import jp.otodoke.platform.pages.WarmUpPages;
import org.springframework.stereotype.Component;

/** Adds the inbox to the common page frame. */
@Component
class InboxPageContribution implements PageContribution, WarmUpPages {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(20, "work", "inbox", "/inbox", "inbox"));
    }

    @Override
    public List<PathRule> paths() {
        return List.of(new PathRule(110, "inbox", "VIEW", "WORK_TASKS"));
    }

    @Override
    public List<String> toWarmUp() {
        return List.of("/inbox", "/inbox?page=1");
    }
}
