package jp.otodoke.fulfilment.web;

import jp.otodoke.fulfilment.FindPlannedShipments;
import jp.otodoke.platform.pages.ListLimits;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of planned shipments, those that leave first on top. */
@Controller
class PlannedShipmentsPage {
    private static final int SIZE = 50;

    private final FindPlannedShipments plans;
    private final LoadPlannedShipments load;

    PlannedShipmentsPage(FindPlannedShipments plans, LoadPlannedShipments load) {
        this.plans = plans;
        this.load = load;
    }

    @GetMapping("/shipments/planned")
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        var total = plans.count();
        var shown = ListLimits.page(page, total, SIZE);
        model.addAttribute("plans", load.list(shown * SIZE, SIZE));
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        return "fulfilment/planned-list";
    }
}
