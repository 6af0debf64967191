package jp.otodoke.subscriptions.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import jp.otodoke.platform.pages.StatusChip;
import org.springframework.stereotype.Component;

/** Navigation entry, page permissions and status chips of subscriptions. */
@Component
class SubscriptionPageContribution implements PageContribution {
    @Override
    public List<PathRule> paths() {
        return List.of(
                // It saves nothing.
                new PathRule(91, "subscriptions/preview", "VIEW", "VIEW"),
                new PathRule(92, "subscription-runs/preview", "VIEW", "VIEW"),
                new PathRule(93, "subscription-runs", "VIEW", "SUBSCRIPTIONS_RUN"),
                new PathRule(94, "subscriptions/new", "SUBSCRIPTIONS_EDIT", "SUBSCRIPTIONS_EDIT"),
                new PathRule(95, "subscriptions", "VIEW", "SUBSCRIPTIONS_EDIT"));
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(35, "work", "subscriptions", "/subscriptions", "arrow-repeat"));
    }

    @Override
    public List<StatusChip> chips() {
        return List.of(
                new StatusChip("subscription.ACTIVE", "move", "arrow-repeat"),
                new StatusChip("subscription.PAUSED", "wait", "pause-circle"),
                new StatusChip("subscription.PAYMENT_STOPPED", "bad", "credit-card"),
                new StatusChip("subscription.STOPPED", "gone", "x-circle"),
                new StatusChip("subscription-turn.PLANNED", "move", "calendar-check"),
                new StatusChip("subscription-turn.PAUSED", "wait", "pause-circle"),
                new StatusChip("subscription-turn.MADE", "good", "check-circle"),
                new StatusChip("subscription-turn.SKIPPED", "gone", "skip-forward"),
                new StatusChip("subscription-turn.FAILED", "bad", "exclamation-triangle"),
                new StatusChip("subscription-turn.MISSED", "ask", "calendar-x"),
                new StatusChip("subscription-run.RUNNING", "move", "play-circle"),
                new StatusChip("subscription-run.STOPPED", "wait", "stop-circle"),
                new StatusChip("subscription-run.DONE", "good", "check-circle"));
    }

    @Override
    public List<String> unaudited() {
        return List.of("/api/v1/subscriptions/preview", "/api/v1/subscription-runs/preview");
    }

    @Override
    public Map<String, String> apiGroups() {
        return Map.of(
                "subscriptions", "Repeated orders of customers, their schedules and wishes",
                "subscription-runs", "Runs that make the orders of due turns");
    }
}
