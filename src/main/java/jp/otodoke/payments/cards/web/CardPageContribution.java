package jp.otodoke.payments.cards.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import jp.otodoke.platform.pages.StatusChip;
import org.springframework.stereotype.Component;

/** Permissions and status chips of the cards of customers and of their updates. */
@Component
class CardPageContribution implements PageContribution {
    @Override
    public List<PathRule> paths() {
        return List.of(
                // It has the tokens of all cards.
                new PathRule(157, "card-updates/*/request-file", "MONEY_EDIT", "MONEY_EDIT"),
                new PathRule(158, "card-updates", "MONEY_VIEW", "MONEY_EDIT"),
                new PathRule(159, "cards", "MONEY_VIEW", "MONEY_EDIT"));
    }

    @Override
    public List<StatusChip> chips() {
        return List.of(
                new StatusChip("kept-card.VALID", "good", "credit-card"),
                new StatusChip("kept-card.EXPIRING", "ask", "hourglass-split"),
                new StatusChip("kept-card.EXPIRED", "bad", "calendar-x"),
                new StatusChip("kept-card.REPLACED", "gone", "arrow-repeat"),
                new StatusChip("kept-card.UNUSABLE", "bad", "x-octagon"),
                new StatusChip("card-update-state.COLLECTED", "wait", "basket"),
                new StatusChip("card-update-state.SENT", "move", "send"),
                new StatusChip("card-update-state.DONE", "good", "check-circle-fill"),
                new StatusChip("card-outcome.UNCHANGED", "good", "check-circle-fill"),
                new StatusChip("card-outcome.RENEWED", "move", "arrow-repeat"),
                new StatusChip("card-outcome.INVALID", "bad", "x-octagon"),
                new StatusChip("card-outcome.MISMATCH", "bad", "x-octagon"),
                new StatusChip("card-outcome.INPUT_ERROR", "bad", "x-octagon"),
                new StatusChip("card-outcome.UNCLEAR", "ask", "question-circle"));
    }

    @Override
    public Map<String, String> apiGroups() {
        return Map.of(
                "cards",
                "Cards that customers have paid with",
                "card-updates",
                "The monthly question which cards still work, with its files");
    }
}
