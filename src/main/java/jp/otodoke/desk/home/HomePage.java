package jp.otodoke.desk.home;

import java.util.Locale;
import jp.otodoke.platform.pages.HomePanel.Position;
import jp.otodoke.platform.pages.PageFrame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what needs the reader, the open work, today's figures. */
@Controller
class HomePage {
    private final PageFrame pageFrame;
    private final HomePanels panels;
    private final HomeCards cards;
    private final HomeCharts charts;

    HomePage(PageFrame pageFrame, HomePanels panels, HomeCards cards, HomeCharts charts) {
        this.pageFrame = pageFrame;
        this.panels = panels;
        this.cards = cards;
        this.charts = charts;
    }

    @GetMapping("/")
    String home(Model model, Locale locale) {
        var contributed = panels.all();
        model.addAttribute("above", contributed.get(Position.ABOVE_FIGURES));
        model.addAttribute("below", contributed.get(Position.BELOW_FIGURES));
        model.addAttribute("beside", contributed.get(Position.BESIDE_CHARTS));
        model.addAttribute("cards", cards.of(pageFrame::may, locale));
        model.addAttribute("charts", charts.of(pageFrame::may, locale));
        return "desk/home";
    }
}
