package jp.otodoke.fulfilment.web;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.platform.export.Column;
import jp.otodoke.platform.export.Exports;
import jp.otodoke.platform.export.Table;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.platform.pages.ListLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The list of planned shipments and its exports. */
@Controller
class PlannedShipmentsPage {
    private static final int SIZE = 50;

    private final PlannedShipmentList list;
    private final Exports exports;
    private final List<Column<PlannedShipmentList.Row>> columns;

    PlannedShipmentsPage(PlannedShipmentList list, Exports exports, Formats formats) {
        this.list = list;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("shipments.number", PlannedShipmentList.Row::number),
                new Column<>("order.shipment.shipDate", PlannedShipmentList.Row::shipDate),
                new Column<>("nav.orders", PlannedShipmentList.Row::order),
                new Column<>("order.destination", PlannedShipmentList.Row::name),
                new Column<>("shipment.where", PlannedShipmentList.Row::where),
                new Column<>("shipment.warehouse", PlannedShipmentList.Row::warehouse),
                new Column<>("shipment.cool", s -> formats.name("shipment.cool", s.cool())));
    }

    @GetMapping("/shipments/planned")
    String list(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var filter = PlannedShipmentList.Filter.of(day, q);
        var total = list.count(filter);
        var shown = ListLimits.page(page, total, SIZE);
        model.addAttribute("plans", list.page(filter, sort, shown, SIZE));
        model.addAttribute("filter", filter);
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        return "fulfilment/planned-list";
    }

    @GetMapping("/shipments/planned/export.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort) {
        return exports.csv(table(PlannedShipmentList.Filter.of(day, q), sort));
    }

    @GetMapping("/shipments/planned/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort) {
        return exports.excel(table(PlannedShipmentList.Filter.of(day, q), sort));
    }

    private Table<PlannedShipmentList.Row> table(PlannedShipmentList.Filter filter, @Nullable String sort) {
        return new Table<>("planned-shipments", filter.inWords(), columns, use -> list.each(filter, sort, use));
    }
}
