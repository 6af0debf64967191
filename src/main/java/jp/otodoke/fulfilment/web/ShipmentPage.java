package jp.otodoke.fulfilment.web;

import jp.otodoke.shared.ShipmentNumber;
import java.time.LocalDate;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.fulfilment.ShipmentStatus;
import jp.otodoke.fulfilment.TrackingUrls;
import jp.otodoke.platform.pages.ListLimits;
import jp.otodoke.workflow.PathMap;
import jp.otodoke.workflow.ProcessMonitor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shipment pages: the list, and one shipment with its contents and tracking. */
@Controller
class ShipmentPage {
    private static final int SIZE = 50;

    private final ShipmentList list;
    private final FindShipment shipments;
    private final ProcessMonitor processes;

    ShipmentPage(ShipmentList list, FindShipment shipments, ProcessMonitor processes) {
        this.list = list;
        this.shipments = shipments;
        this.processes = processes;
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
    @Transactional(readOnly = true)
    public String show(@PathVariable ShipmentNumber number, Model model) {
        var shipment = shipments.get(number);
        model.addAttribute("s", shipment);
        model.addAttribute(
                "followed",
                TrackingUrls.of(shipment.carrier(), shipment.trackingNumber()).orElse(null));
        model.addAttribute("lines", shipment.lines());
        model.addAttribute("orders", shipment.orderNumbers());
        model.addAttribute("tracks", list.tracks(number));
        var path = processes.path("shipment", number.value());
        model.addAttribute("path", PathMap.of(path));
        model.addAttribute("trail", processes.trail(path));
        return "fulfilment/show";
    }
}
