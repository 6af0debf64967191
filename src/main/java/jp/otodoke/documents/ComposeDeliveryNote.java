package jp.otodoke.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.fulfilment.Shipment;
import jp.otodoke.fulfilment.ShipmentLine;
import jp.otodoke.fulfilment.ShipmentStatus;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderLine;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/**
 * 納品書: what is in a shipment, with the amounts of the goods or, for a present, without any. Tax is not told: the invoice of the
 * order is the one place where it is rounded.
 */
@Component
class ComposeDeliveryNote {
    private final FindShipment shipments;
    private final FindOrder orders;
    private final ReducedRates reducedRates;

    ComposeDeliveryNote(FindShipment shipments, FindOrder orders, ReducedRates reducedRates) {
        this.shipments = shipments;
        this.orders = orders;
        this.reducedRates = reducedRates;
    }

    /** @throws Refusal if there is no such shipment (not found), or it was cancelled (conflict) */
    Draft of(DocumentKind kind, ShipmentNumber number) {
        var shipment = shipments.get(number);
        if (shipment.status() == ShipmentStatus.CANCELLED) {
            throw Refusal.conflict("document.refused.cancelled-shipment", number);
        }
        var amounts = kind == DocumentKind.DELIVERY_NOTE;
        var items = items(shipment, amounts);
        var paper = new Paper(
                new Paper.Addressee(shipment.name(), shipment.address()),
                shipment.shipDate(),
                facts(shipment),
                items,
                List.of(),
                amounts ? Yen.sum(items, Paper.Item::amount) : Yen.ZERO,
                null);
        return new Draft(
                kind,
                number.value(),
                List.copyOf(shipment.orderNumbers()),
                number,
                null,
                shipment.customerNumber(),
                paper);
    }

    /** A present tells its receiver no amounts. */
    DocumentKind kindFor(Shipment shipment) {
        var buyers = orders.all(shipment.orderNumbers()).stream()
                .map(Order::buyerName)
                .collect(Collectors.toSet());
        var gift = orders.all(shipment.orderNumbers()).stream()
                .flatMap(order -> order.destinations().stream())
                .filter(destination -> destination.isReceivedBy(shipment.name()))
                .anyMatch(destination -> buyers.stream().anyMatch(destination::isGiftOf));
        return gift ? DocumentKind.GIFT_DELIVERY_NOTE : DocumentKind.DELIVERY_NOTE;
    }

    private static List<Paper.Fact> facts(Shipment shipment) {
        var facts = new ArrayList<Paper.Fact>();
        facts.add(new Paper.Fact("paper.ship-date", PaperText.day(shipment.shipDate())));
        facts.add(new Paper.Fact("paper.shipment", shipment.number().value()));
        facts.add(new Paper.Fact(
                "paper.order",
                shipment.orderNumbers().stream().map(OrderNumber::value).collect(Collectors.joining(", "))));
        return facts;
    }

    private List<Paper.Item> items(Shipment shipment, boolean amounts) {
        var items = new ArrayList<Paper.Item>();
        for (var order : orders.all(shipment.orderNumbers()).stream()
                .sorted((one, other) -> one.number().compareTo(other.number()))
                .toList()) {
            pieces(order.number(), shipment.lines()).forEach((line, pieces) -> {
                if (pieces > 0) {
                    items.add(item(order, order.lines().get(line - 1), pieces, amounts));
                }
            });
        }
        return items;
    }

    private Paper.Item item(Order order, OrderLine line, int pieces, boolean amounts) {
        return new Paper.Item(
                line.name(),
                line.sku().value(),
                pieces,
                amounts ? line.unitPrice() : null,
                amounts ? line.unitPrice().times(pieces) : Yen.ZERO,
                amounts ? line.taxRate() : null,
                amounts && reducedRates.is(line.taxRate(), order));
    }

    /** Pieces by line of the order: of a set as many as are complete. What has left counts, once something has. */
    private static Map<Integer, Integer> pieces(OrderNumber order, Collection<ShipmentLine> lines) {
        var left = lines.stream().anyMatch(line -> line.shipped() > 0);
        var pieces = new LinkedHashMap<Integer, Integer>();
        lines.stream()
                .filter(line -> line.isGoods() && line.orderNumber().equals(order))
                .forEach(line -> pieces.merge(
                        line.orderLineNo(),
                        (left ? line.shipped() : line.quantity()) / Math.max(1, line.perPiece()),
                        Math::min));
        return pieces;
    }
}
