package jp.otodoke.staff.web;

import java.util.List;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import org.springframework.stereotype.Component;

/** Staff, roles and the audit trail in the frame around all pages. */
@Component
class StaffPageContribution implements PageContribution {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(160, "system", "staff", "/staff", "person-badge"),
                new NavigationEntry(170, "system", "audit", "/audit", "clock-history"),
                new NavigationEntry(180, "system", "settings", "/settings", "gear"));
    }

    @Override
    public List<PathRule> paths() {
        return List.of(
                new PathRule(260, "personal", "PERSONAL_REVEAL", "PERSONAL_REVEAL"),
                new PathRule(280, "audit", "AUDIT_VIEW", "AUDIT_VIEW"),
                new PathRule(290, "settings", "AUDIT_VIEW", "OPERATIONS"),
                new PathRule(300, "staff", "SYSTEM", "SYSTEM"),
                new PathRule(310, "api-clients", "SYSTEM", "SYSTEM"));
    }

    /** What concerns the current user alone, or has an entry of its own. */
    @Override
    public List<String> unaudited() {
        return List.of("/login/**", "/logout/**", "/password/**", "/account/**", "/second-factor/**", "/personal/**");
    }
}
