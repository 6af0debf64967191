package jp.otodoke.payments.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.payments.WriteOffHistory;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.platform.pages.PagePanel;
import jp.otodoke.platform.pages.PagePanelSource;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.stereotype.Component;

/** Write-offs on the page of a customer, if there are any. */
@Component
class WriteOffPanel implements PagePanelSource {
    private final WriteOffHistory history;
    private final PageFrame pageFrame;

    WriteOffPanel(WriteOffHistory history, PageFrame pageFrame) {
        this.history = history;
        this.pageFrame = pageFrame;
    }

    @Override
    public List<PagePanel> of(String kind, String number) {
        if (!kind.equals("customer") || !pageFrame.may("MONEY_VIEW")) {
            return List.of();
        }
        var entries = history.of(CustomerNumber.of(number));
        return entries.isEmpty()
                ? List.of()
                : List.of(new PagePanel("payments/write-off-panel", Map.of("entries", entries)));
    }
}
