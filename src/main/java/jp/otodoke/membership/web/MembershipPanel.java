package jp.otodoke.membership.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.membership.Memberships;
import jp.otodoke.platform.pages.PagePanel;
import jp.otodoke.platform.pages.PagePanelSource;
import org.springframework.stereotype.Component;

/** As what a customer is a member, on the customer's page. */
@Component
class MembershipPanel implements PagePanelSource {
    private static final int SHOWN = 10;

    private final Memberships memberships;

    MembershipPanel(Memberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public List<PagePanel> of(String kind, String number) {
        if (!kind.equals("customer")) {
            return List.of();
        }
        var found = memberships.list(new Memberships.Filter(null, null, number), null, 0, SHOWN);
        return found.isEmpty()
                ? List.of()
                : List.of(new PagePanel("membership/panel", Map.of("memberships", found, "customer", number)));
    }
}
