package jp.otodoke.fulfilment.web;

import java.time.LocalDate;
import jp.otodoke.fulfilment.ShipmentStatus;
import jp.otodoke.platform.pages.ListLimits;
import jp.otodoke.shared.ShipmentNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shipment pages: the list, and one shipment with its contents and tracking, or with what is planned under its number. */
@Controller
class ShipmentPage {
    private static final int SIZE = 50;

    private final ShipmentList list;
    private final LoadShipmentView loadShipmentView;
    private final LoadPlannedShipments loadPlannedShipments;

    ShipmentPage(ShipmentList list, LoadShipmentView loadShipmentView, LoadPlannedShipments loadPlannedShipments) {
        this.list = list;
        this.loadShipmentView = loadShipmentView;
        this.loadPlannedShipments = loadPlannedShipments;
    }

    @GetMapping("/shipments")
    String list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String carrier,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var filter = ShipmentList.Filter.of(status, carrier, day, q);
        var total = list.count(filter);
        var shown = ListLimits.page(page, total, SIZE);
        model.addAttribute("filter", filter);
        model.addAttribute("shipments", list.page(filter, sort, shown, SIZE));
        model.addAttribute("perStatus", list.perStatus(filter));
        model.addAttribute("statuses", ShipmentStatus.values());
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        return "fulfilment/list";
    }

    @GetMapping("/shipments/{number}")
    String show(@PathVariable ShipmentNumber number, Model model) {
        var plan = loadPlannedShipments.find(number);
        if (plan.isPresent()) {
            model.addAttribute("p", plan.get().plan());
            model.addAttribute("to", plan.get().to());
            model.addAttribute("goods", plan.get().goods());
            return "fulfilment/planned";
        }
        var view = loadShipmentView.load(number);
        model.addAttribute("s", view.shipment());
        model.addAttribute("followed", view.followed());
        model.addAttribute("lines", view.lines());
        model.addAttribute("names", view.names());
        model.addAttribute("orders", view.orders());
        model.addAttribute("tracks", view.tracks());
        model.addAttribute("path", view.path());
        model.addAttribute("trail", view.trail());
        return "fulfilment/show";
    }
}
