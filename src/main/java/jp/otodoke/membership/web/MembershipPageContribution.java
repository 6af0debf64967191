package jp.otodoke.membership.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import jp.otodoke.platform.pages.StatusChip;
import org.springframework.stereotype.Component;

/** Members and plans in the frame around all pages. */
@Component
class MembershipPageContribution implements PageContribution {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(
                72, "work", "memberships", "/memberships", "person-vcard", "CUSTOMERS_EDIT", "MONEY_EDIT"));
    }

    @Override
    public List<PathRule> paths() {
        return List.of(
                new PathRule(85, "membership-plans", "VIEW", "MARKETING_EDIT"),
                new PathRule(86, "memberships", "VIEW", "CUSTOMERS_EDIT"));
    }

    @Override
    public List<StatusChip> chips() {
        return List.of(
                new StatusChip("membership.ACTIVE", "good", "person-check"),
                new StatusChip("membership.DORMANT", "gone", "moon"),
                new StatusChip("membership.LAPSED", "bad", "hourglass-bottom"),
                new StatusChip("membership.WITHDRAWN", "gone", "person-dash"),
                new StatusChip("plan.ACTIVE", "good", "check-circle-fill"),
                new StatusChip("plan.CLOSED", "gone", "slash-circle"));
    }

    @Override
    public Map<String, String> apiGroups() {
        return Map.of(
                "memberships", "Members: join, suspend, resume, withdraw",
                "membership-plans", "What members pay");
    }
}
