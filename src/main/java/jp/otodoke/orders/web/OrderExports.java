package jp.otodoke.orders.web;

import java.util.List;
import jp.otodoke.platform.export.Column;
import jp.otodoke.platform.export.Exports;
import jp.otodoke.platform.export.Table;
import jp.otodoke.platform.pages.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exports the filtered orders. */
@Controller
class OrderExports {
    private final OrderList orders;
    private final Exports exports;
    private final List<Column<OrderRow>> columns;

    OrderExports(OrderList orders, Exports exports, Formats formats) {
        this.orders = orders;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("orders.number", OrderRow::number),
                new Column<>("orders.status", o -> formats.name("status.order", o.status())),
                new Column<>("orders.orderedAt", OrderRow::orderedAt),
                new Column<>("orders.channel", o -> formats.name("channel", o.channel())),
                new Column<>("orders.channelOrderId", OrderRow::channelOrderId),
                new Column<>("orders.customer", OrderRow::customer),
                new Column<>("orders.buyer", OrderRow::buyer),
                new Column<>("orders.phone", OrderRow::phone),
                new Column<>("orders.goods", OrderRow::goods),
                new Column<>("orders.pieces", OrderRow::pieces),
                new Column<>("orders.total", OrderRow::total),
                new Column<>("orders.method", o -> formats.name("method", o.method())),
                new Column<>("orders.delivery", OrderRow::delivery),
                new Column<>("orders.shipDay", OrderRow::shipDay));
    }

    @GetMapping("/orders/export.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @ModelAttribute("filter") OrderFilter filter,
            BindingResult mistakes,
            @RequestParam(required = false) @Nullable String sort) {
        return exports.csv(table(filter, sort));
    }

    @GetMapping("/orders/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @ModelAttribute("filter") OrderFilter filter,
            BindingResult mistakes,
            @RequestParam(required = false) @Nullable String sort) {
        return exports.excel(table(filter, sort));
    }

    private Table<OrderRow> table(OrderFilter filter, @Nullable String sort) {
        return new Table<>("orders", filter.inWords(), columns, use -> orders.each(filter, sort, use));
    }
}
