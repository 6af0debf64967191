package jp.otodoke.loyalty.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import jp.otodoke.platform.pages.StatusChip;
import org.springframework.stereotype.Component;

/** Points and coupons in the frame around all pages. */
@Component
class LoyaltyPageContribution implements PageContribution {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(
                92, "work", "coupons", "/coupons", "ticket-perforated", "MARKETING_EDIT", "ORDERS_EDIT"));
    }

    @Override
    public List<PathRule> paths() {
        return List.of(
                new PathRule(15, "customers/*/points", "VIEW", "MONEY_EDIT"),
                new PathRule(82, "coupons", "VIEW", "MARKETING_EDIT"),
                new PathRule(83, "point-rates", "VIEW", "MARKETING_EDIT"));
    }

    @Override
    public List<StatusChip> chips() {
        return List.of(
                new StatusChip("coupon.ACTIVE", "good", "check-circle-fill"),
                new StatusChip("coupon.STOPPED", "gone", "slash-circle"));
    }

    @Override
    public Map<String, String> apiGroups() {
        return Map.of(
                "coupons",
                "Coupons: issue, stop, see what they brought",
                "point-rates",
                "Rates at which goods earn points, for all or by group of products");
    }
}
