package jp.otodoke.fulfilment.web;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.platform.export.Column;
import jp.otodoke.platform.export.Exports;
import jp.otodoke.platform.export.Table;
import jp.otodoke.platform.pages.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exports the filtered shipments. */
@Controller
class ShipmentExports {
    private final ShipmentList list;
    private final Exports exports;
    private final List<Column<ShipmentList.Row>> columns;

    ShipmentExports(ShipmentList list, Exports exports, Formats formats) {
        this.list = list;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("shipments.number", ShipmentList.Row::number),
                new Column<>("orders.status", s -> formats.name("status.shipment", s.status())),
                new Column<>("shipment.delivery-exception", s -> formats.name("tracking", s.deliveryException())),
                new Column<>("order.shipment.shipDate", ShipmentList.Row::shipDate),
                new Column<>("order.destination", ShipmentList.Row::name),
                new Column<>("shipment.where", ShipmentList.Row::where),
                new Column<>("orders.delivery", ShipmentList.Row::deliveryDate),
                new Column<>("shipment.slot", s -> formats.name("slot", s.timeSlot())),
                new Column<>("shipment.carrier", s -> formats.name("carrier", s.carrier())),
                new Column<>("order.shipment.tracking", ShipmentList.Row::tracking),
                new Column<>("shipments.cod", ShipmentList.Row::cod),
                new Column<>("inbox.due", ShipmentList.Row::dueAt));
    }

    @GetMapping("/shipments/export.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String carrier,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort) {
        return exports.csv(table(ShipmentList.Filter.of(status, carrier, day, q), sort));
    }

    @GetMapping("/shipments/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String carrier,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort) {
        return exports.excel(table(ShipmentList.Filter.of(status, carrier, day, q), sort));
    }

    private Table<ShipmentList.Row> table(ShipmentList.Filter filter, @Nullable String sort) {
        return new Table<>("shipments", filter.inWords(), columns, use -> list.each(filter, sort, use));
    }
}
