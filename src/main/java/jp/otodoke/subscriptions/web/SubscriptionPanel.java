package jp.otodoke.subscriptions.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.platform.pages.PagePanel;
import jp.otodoke.platform.pages.PagePanelSource;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.subscriptions.FindSubscriptions;
import org.springframework.stereotype.Component;

/** The subscriptions of a customer on his page: state, cycle and the next delivery. */
@Component
class SubscriptionPanel implements PagePanelSource {
    private static final int SHOWN = 10;

    private final FindSubscriptions find;

    SubscriptionPanel(FindSubscriptions find) {
        this.find = find;
    }

    @Override
    public List<PagePanel> of(String kind, String number) {
        if (!kind.equals("customer")) {
            return List.of();
        }
        var found = find.list(FindSubscriptions.Filter.of(CustomerNumber.of(number)), "state,asc", 0, SHOWN);
        return found.isEmpty() ? List.of() : List.of(new PagePanel("subscriptions/panel", Map.of("rows", found)));
    }
}
