package jp.otodoke.desk.order.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jp.otodoke.fulfilment.FindShipment.CarriedParcel;
import jp.otodoke.fulfilment.Shipment;
import jp.otodoke.fulfilment.ShipmentPlan;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.Timeline;
import jp.otodoke.orders.Totals;
import jp.otodoke.payments.Payment;
import jp.otodoke.payments.PaymentEntry;
import jp.otodoke.payments.PaymentSlip;
import jp.otodoke.payments.RefundEntry;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * An order as the API returns it.
 *
 * @param coupon code of the coupon that it uses
 */
record OrderResponse(
        String orderNumber,
        String status,
        String customerNumber,
        String channel,
        @Nullable String channelOrderId,
        OffsetDateTime orderedAt,
        @Nullable String mediaCode,
        @Personal(Personal.Kind.TEXT) String note,
        @Nullable String coupon,
        List<Line> lines,
        Sums totals,
        Money payment,
        List<PaymentItem> payments,
        List<RefundItem> refunds,
        List<Destination> destinations,
        List<Parcel> shipments,
        List<TimelineEvent> timeline,
        @Nullable Source source) {

    static OrderResponse of(
            Order order,
            @Nullable String coupon,
            Payment payment,
            List<PaymentEntry> payments,
            List<RefundEntry> refunds,
            List<Shipment> shipments,
            Map<ShipmentNumber, List<CarriedParcel>> parcels,
            List<ShipmentPlan> plans,
            List<Timeline.TimelineEvent> timeline) {
        var lines = new ArrayList<Line>();
        order.lines()
                .forEach(l -> lines.add(new Line(
                        lines.size() + 1,
                        l.sku().value(),
                        l.name(),
                        l.quantity(),
                        l.unitPrice().amount(),
                        l.taxRate(),
                        l.amount().amount(),
                        l.open(),
                        l.shipped(),
                        l.cancelled(),
                        l.returned())));
        return new OrderResponse(
                order.number().value(),
                order.status().name(),
                order.customerNumber().value(),
                order.channel(),
                order.channelOrderId(),
                at(order.orderedAt()),
                order.mediaCode(),
                order.note(),
                coupon,
                lines,
                Sums.of(order.totals()),
                Money.of(payment, payments),
                payments.stream().map(PaymentItem::of).toList(),
                refunds.stream().map(RefundItem::of).toList(),
                order.destinations().stream()
                        .map(d -> new Destination(
                                d.name(),
                                d.address().oneLine(),
                                d.deliveryDate(),
                                d.timeSlot(),
                                d.packing().instruction()))
                        .toList(),
                Stream.concat(
                                shipments.stream().map(s -> Parcel.of(s, parcels.getOrDefault(s.number(), List.of()))),
                                plans.stream().map(plan -> Parcel.of(plan, order)))
                        .toList(),
                timeline.stream()
                        .map(h -> new TimelineEvent(
                                at(h.at()), h.event(), h.text().japanese(), h.by()))
                        .toList(),
                Source.of(order));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atZone(BusinessClock.TOKYO).toOffsetDateTime();
    }

    static @Nullable OffsetDateTime atOrNull(@Nullable Instant instant) {
        return instant == null ? null : at(instant);
    }

    record Line(
            int lineNo,
            String sku,
            String name,
            int quantity,
            long unitPrice,
            int taxRate,
            long amount,
            int open,
            int shipped,
            int cancelled,
            int returned) {}

    record Sums(long goods, long shipping, long fee, long discount, long points, long tax, long total) {
        static Sums of(Totals t) {
            return new Sums(
                    t.goods().amount(),
                    t.shipping().amount(),
                    t.fee().amount(),
                    t.discount().amount(),
                    t.points().amount(),
                    t.tax().amount(),
                    t.total().amount());
        }
    }

    /**
     * @param owed what is still to be paid; {@code overpaid} is what was paid beyond that. One of them is 0
     * @param slip by which the payment to come is made; null if by none, and in lists
     * @param virtualAccount to which it is made; null if to none of its own, and in lists
     */
    record Money(
            String method,
            String status,
            long charged,
            long paid,
            long owed,
            long overpaid,
            @Nullable Slip slip,
            @Nullable String virtualAccount) {
        static Money of(Payment p, List<PaymentEntry> entries) {
            return new Money(
                    p.method().name(),
                    p.status().name(),
                    p.charged().amount(),
                    p.paid().amount(),
                    p.open().max(Yen.ZERO).amount(),
                    p.excess().max(Yen.ZERO).amount(),
                    entries.stream()
                            .map(entry -> Slip.of(entry.slip()))
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null),
                    entries.stream()
                            .map(PaymentEntry::virtualAccount)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null));
        }
    }

    record PaymentItem(
            String id,
            String method,
            String status,
            long amount,
            @Nullable String reference,
            OffsetDateTime at,
            @Nullable Slip slip,
            @Nullable String virtualAccount) {
        static PaymentItem of(PaymentEntry p) {
            return new PaymentItem(
                    p.id(),
                    p.method().name(),
                    p.status().name(),
                    p.amount().amount(),
                    p.reference(),
                    OrderResponse.at(p.at()),
                    Slip.of(p.slip()),
                    p.virtualAccount());
        }
    }

    /** By which a payment to come is made at a convenience store. */
    record Slip(String number, String barcode, LocalDate dueDate) {
        static @Nullable Slip of(@Nullable PaymentSlip slip) {
            return slip == null ? null : new Slip(slip.number().value(), slip.barcode(), slip.dueDate());
        }
    }

    record RefundItem(long id, String status, long amount, String route, String reason, OffsetDateTime at) {
        static RefundItem of(RefundEntry r) {
            return new RefundItem(
                    r.id(),
                    r.status().name(),
                    r.amount().amount(),
                    r.route().name(),
                    r.reason(),
                    OrderResponse.at(r.at()));
        }
    }

    record Destination(
            @Personal(value = Personal.Kind.NAME, of = Personal.Whose.PARCEL) String name,
            @Personal(value = Personal.Kind.ADDRESS, of = Personal.Whose.PARCEL) String address,
            @Nullable LocalDate deliveryDate,
            @Nullable String timeSlot,
            @Personal(value = Personal.Kind.TEXT, of = Personal.Whose.PARCEL) String packing) {}

    /**
     * @param mergedInto of one that is cancelled because its goods left in another: that one
     * @param text of one that is planned, or was and never left under its number: where it stands
     */
    record Parcel(
            String shipmentNumber,
            String status,
            String warehouse,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable LocalDate shipDate,
            @Nullable LocalDate deliveryDate,
            @Nullable OffsetDateTime shippedAt,
            @Nullable OffsetDateTime deliveredAt,
            List<String> orderNumbers,
            List<Insert> inserts,
            List<CarriedParcel> parcels,
            @Nullable String mergedInto,
            @Nullable String text) {
        static Parcel of(Shipment s, List<CarriedParcel> parcels) {
            return new Parcel(
                    s.number().value(),
                    s.status().name(),
                    s.warehouse(),
                    s.carrier(),
                    s.trackingNumber(),
                    s.shipDate(),
                    s.deliveryDate(),
                    atOrNull(s.shippedAt()),
                    atOrNull(s.deliveredAt()),
                    s.orderNumbers().stream().map(OrderNumber::value).toList(),
                    s.lines().stream()
                            .filter(l -> !l.isGoods())
                            .map(l -> new Insert(l.sku().value(), l.quantity(), String.valueOf(l.rule())))
                            .toList(),
                    parcels,
                    null,
                    null);
        }

        static Parcel of(ShipmentPlan plan, Order order) {
            return new Parcel(
                    plan.number().value(),
                    plan.status().name(),
                    plan.warehouse(),
                    plan.carrier(),
                    null,
                    plan.shipDay(),
                    order.destinations().get(plan.destination() - 1).deliveryDate(),
                    null,
                    null,
                    List.of(plan.order().value()),
                    List.of(),
                    List.of(),
                    plan.mergedInto() == null ? null : plan.mergedInto().value(),
                    plan.sentence().japanese());
        }
    }

    record Insert(String sku, int quantity, String rule) {}

    record TimelineEvent(OffsetDateTime at, String event, String text, String by) {}

    record Source(String file, @Nullable Integer line, @Nullable Long messageId) {
        /** Null for an order that did not come in a file. */
        static @Nullable Source of(Order order) {
            return order.sourceFile() == null
                    ? null
                    : new Source(order.sourceFile(), order.sourceLine(), order.sourceMessageId());
        }
    }
}
