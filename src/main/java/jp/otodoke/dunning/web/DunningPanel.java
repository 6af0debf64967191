package jp.otodoke.dunning.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.dunning.DunningCase;
import jp.otodoke.dunning.DunningCases;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.platform.pages.PagePanel;
import jp.otodoke.platform.pages.PagePanelSource;
import org.springframework.stereotype.Component;

/** The dunning cases of an order or a customer on their page: how far they are, and what comes next. */
@Component
class DunningPanel implements PagePanelSource {
    private static final int SHOWN = 5;

    private final DunningCases cases;
    private final PageFrame pageFrame;

    DunningPanel(DunningCases cases, PageFrame pageFrame) {
        this.cases = cases;
        this.pageFrame = pageFrame;
    }

    @Override
    public List<PagePanel> of(String kind, String number) {
        if (!pageFrame.may("MONEY_VIEW")) {
            return List.of();
        }
        var found =
                switch (kind) {
                    case "order" -> list(new DunningCases.Filter(null, null, null, null, number, null));
                    case "customer" -> list(new DunningCases.Filter(null, null, null, number, null, null));
                    default -> List.<DunningCase>of();
                };
        return found.isEmpty() ? List.of() : List.of(new PagePanel("dunning/panel", Map.of("cases", found)));
    }

    private List<DunningCase> list(DunningCases.Filter filter) {
        return cases.list(filter, null, 0, SHOWN);
    }
}
