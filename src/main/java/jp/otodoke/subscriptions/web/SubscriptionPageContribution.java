package jp.otodoke.subscriptions.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import org.springframework.stereotype.Component;

/** Navigation entry, page permissions and status chips of subscriptions. */
@Component
class SubscriptionPageContribution implements PageContribution {
    @Override
    public List<PathRule> paths() {
        return List.of(
                // It saves nothing.
                new PathRule(91, "subscriptions/preview", "VIEW", "VIEW"),
                new PathRule(94, "subscriptions", "VIEW", "ORDERS_EDIT"));
    }

    @Override
    public List<String> unaudited() {
        return List.of("/api/v1/subscriptions/preview");
    }

    @Override
    public Map<String, String> apiGroups() {
        return Map.of("subscriptions", "Repeated orders of customers, their schedules and wishes");
    }
}
