package jp.otodoke.desk.order;

import java.util.List;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import org.springframework.stereotype.Component;

/** Changing an order in the frame around all pages. */
@Component
class OrderEditPageContribution implements PageContribution {
    @Override
    public List<PathRule> paths() {
        return List.of(new PathRule(60, "orders/*/edit", "ORDERS_EDIT", "ORDERS_EDIT"));
    }
}
