package jp.otodoke.fulfilment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.AdvanceOrder.Pieces;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderReturned;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Words;
import jp.otodoke.workflow.Inbox;
import jp.otodoke.workflow.NewTask;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff decide when a parcel does not arrive: try again, send anew, or give the money back. */
@Component
public class ResolveTrouble {
    private final Shipments shipments;
    private final FindOrder orders;
    private final AdvanceOrder advance;
    private final FollowShipments follow;
    private final Timeline timeline;
    private final Inbox inbox;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    ResolveTrouble(
            Shipments shipments,
            FindOrder orders,
            AdvanceOrder advance,
            FollowShipments follow,
            Timeline timeline,
            Inbox inbox,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.shipments = shipments;
        this.orders = orders;
        this.advance = advance;
        this.follow = follow;
        this.timeline = timeline;
        this.inbox = inbox;
        this.events = events;
        this.clock = clock;
    }

    /** The carrier tries once more; the parcel is under way again. */
    @Transactional
    public void tryAgain(String shipmentNumber) {
        var shipment = shipments.findById(shipmentNumber).orElseThrow();
        shipment.troubleOver(clock.instant());
        shipments.saveAndFlush(shipment);
        tell(shipment, "REDELIVERY", Words.of("再配達を手配しました(%s)", "Redelivery arranged (%s)", shipmentNumber));
        follow.follow(List.of(shipment));
    }

    /** The goods are sent once more, in a new parcel. */
    @Transactional
    public void sendAnew(String shipmentNumber) {
        var shipment = comeBack(shipmentNumber);
        pieces(shipment).forEach(advance::reopen);
        tell(shipment, "RESEND", Words.of("改めて出荷します(%s)", "To be sent anew (%s)", shipmentNumber));
        follow.follow(List.of(shipment));
    }

    /** The customer does not get the goods and does not pay for them. */
    @Transactional
    public void giveUp(String shipmentNumber) {
        var shipment = comeBack(shipmentNumber);
        tell(shipment, "RETURNED", Words.of("返品として処理しました(%s)", "Treated as returned (%s)", shipmentNumber));
        for (var entry : pieces(shipment).entrySet()) {
            events.publishEvent(new OrderReturned(entry.getKey(), worth(entry.getKey(), entry.getValue())));
        }
        follow.follow(List.of(shipment));
    }

    private Shipment comeBack(String shipmentNumber) {
        var shipment = shipments.findById(shipmentNumber).orElseThrow();
        var lost = "LOST".equals(shipment.trouble());
        shipment.comeBack(clock.instant());
        shipments.saveAndFlush(shipment);
        if (!lost) {
            inbox.open(new NewTask(
                    "return-arrival:" + shipmentNumber,
                    "return-arrival",
                    "shipping",
                    Words.of(
                            "出荷 %s の品物が戻ります。着いたら状態を確かめてください。",
                            "The goods of parcel %s are coming back. Look at their condition when they arrive.",
                            shipmentNumber),
                    List.copyOf(shipment.orderNumbers()),
                    clock.instant().plus(Duration.ofDays(7)),
                    0,
                    shipmentNumber));
        }
        return shipment;
    }

    private static Map<String, List<Pieces>> pieces(Shipment shipment) {
        var perLine = new LinkedHashMap<String, Map<Integer, Integer>>();
        shipment.lines().stream().filter(ShipmentLine::isGoods).forEach(l -> perLine.computeIfAbsent(
                        l.orderNumber(), o -> new LinkedHashMap<>())
                .merge(l.orderLineNo(), l.shipped() / l.perPiece(), Math::min));
        var result = new LinkedHashMap<String, List<Pieces>>();
        perLine.forEach((order, lines) -> {
            var pieces = new ArrayList<Pieces>();
            lines.forEach((line, count) -> pieces.add(new Pieces(line, count)));
            result.put(order, pieces);
        });
        return result;
    }

    /** All of an order's money when everything came back, else the price of what did. */
    private long worth(String orderNumber, List<Pieces> back) {
        var order = orders.get(orderNumber);
        var allBack = shipments.ofOrders(List.of(orderNumber)).stream()
                .allMatch(s -> s.status() == ShipmentStatus.RETURNED || s.status() == ShipmentStatus.CANCELLED);
        if (allBack && order.openPieces() == 0) {
            return Long.MAX_VALUE;
        }
        return back.stream()
                .mapToLong(p -> order.lines().get(p.lineNo() - 1).unitPrice() * p.quantity())
                .sum();
    }

    private void tell(Shipment shipment, String event, Words text) {
        timeline.add(shipment.orderNumbers().stream()
                .map(o -> new Timeline.Entry(o, event, text, "system"))
                .toList());
    }
}
