package jp.otodoke.payments.cards.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.payments.cards.KeptCards;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.platform.pages.PagePanel;
import jp.otodoke.platform.pages.PagePanelSource;
import org.springframework.stereotype.Component;

/** The latest cards of a customer on the customer's page, if there are any. */
@Component
class CardPanel implements PagePanelSource {
    private static final int SHOWN = 5;

    private final KeptCards cards;
    private final PageFrame pageFrame;

    CardPanel(KeptCards cards, PageFrame pageFrame) {
        this.cards = cards;
        this.pageFrame = pageFrame;
    }

    @Override
    public List<PagePanel> of(String kind, String number) {
        if (!kind.equals("customer") || !pageFrame.may("MONEY_VIEW")) {
            return List.of();
        }
        var found = cards.list(new KeptCards.Filter(number, null), null, 0, SHOWN);
        return found.isEmpty()
                ? List.of()
                : List.of(new PagePanel("payments/card-panel", Map.of("cards", found, "customer", number)));
    }
}
