package jp.otodoke.payments.cards.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import jp.otodoke.platform.pages.StatusChip;
import org.springframework.stereotype.Component;

/** Permissions and status chips of the cards of customers. */
@Component
class CardPageContribution implements PageContribution {
    @Override
    public List<PathRule> paths() {
        return List.of(new PathRule(159, "cards", "MONEY_VIEW", "MONEY_EDIT"));
    }

    @Override
    public List<StatusChip> chips() {
        return List.of(
                new StatusChip("kept-card.VALID", "good", "credit-card"),
                new StatusChip("kept-card.EXPIRING", "ask", "hourglass-split"),
                new StatusChip("kept-card.EXPIRED", "bad", "calendar-x"),
                new StatusChip("kept-card.REPLACED", "gone", "arrow-repeat"),
                new StatusChip("kept-card.UNUSABLE", "bad", "x-octagon"));
    }

    @Override
    public Map<String, String> apiGroups() {
        return Map.of("cards", "Cards that customers have paid with");
    }
}
