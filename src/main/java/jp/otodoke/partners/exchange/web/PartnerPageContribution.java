package jp.otodoke.partners.exchange.web;

import java.util.List;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import jp.otodoke.platform.pages.StatusChip;
import org.springframework.stereotype.Component;

/** Adds the partners to the common page frame. */
@Component
class PartnerPageContribution implements PageContribution {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(130, "flow", "partners", "/partners", "arrow-left-right"));
    }

    @Override
    public List<PathRule> paths() {
        return List.of(new PathRule(250, "partners", "PARTNERS_VIEW", "OPERATIONS"));
    }

    @Override
    public List<StatusChip> chips() {
        return List.of(
                new StatusChip("message.QUEUED", "wait", "hourglass-split"),
                new StatusChip("message.RECEIVED", "idle", "envelope"),
                new StatusChip("message.PROCESSING", "move", "arrow-repeat"),
                new StatusChip("message.SENT", "move", "send"),
                new StatusChip("message.ACKNOWLEDGED", "good", "check2-all"),
                new StatusChip("message.PROCESSED", "good", "check-circle-fill"),
                new StatusChip("message.DONE", "good", "check-circle-fill"),
                new StatusChip("message.STOPPED", "gone", "stop-circle"),
                new StatusChip("message.PARTLY", "ask", "exclamation-circle"),
                new StatusChip("message.DUPLICATE", "gone", "files"),
                new StatusChip("message.REFUSED", "bad", "x-octagon"),
                new StatusChip("message.FAILED", "bad", "exclamation-triangle"));
    }
}
