package jp.otodoke.dunning.web;

import java.util.List;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import jp.otodoke.platform.pages.StatusChip;
import org.springframework.stereotype.Component;

/** Navigation entry, page permissions and status chips of dunning. */
@Component
class DunningPageContribution implements PageContribution {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(65, "work", "dunning", "/dunning", "calendar-week"));
    }

    @Override
    public List<PathRule> paths() {
        return List.of(
                new PathRule(211, "dunning/letters", "PERSONAL_VIEW", "MONEY_EDIT"),
                // Whoever fetches a list hands it over, with addresses and telephone numbers.
                new PathRule(212, "dunning/agency", "MONEY_EDIT", "MONEY_EDIT"),
                new PathRule(213, "dunning", "MONEY_VIEW", "MONEY_EDIT"),
                new PathRule(214, "dunning-cases", "MONEY_VIEW", "MONEY_EDIT"));
    }

    @Override
    public List<StatusChip> chips() {
        return List.of(
                new StatusChip("dunning.OPEN", "move", "calendar-week"),
                new StatusChip("dunning.PAUSED", "wait", "pause-circle"),
                new StatusChip("dunning.ENDED", "gone", "check-circle"));
    }
}
