package jp.otodoke.desk.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.fulfilment.ShipmentPlan;
import jp.otodoke.fulfilment.SplitShipment;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.orders.Confirmations;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.OrderLine;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Timeline.TimelineEvent;
import jp.otodoke.orders.Totals;
import jp.otodoke.payments.PaymentEntry;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.payments.RefundEntry;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import jp.otodoke.workflow.CaseTrail;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one order on one page.
 *
 * @param planned goods of the planned shipments, pieces by SKU
 * @param splittable planned shipments that wait for stock, of which something is there
 * @param unsplittable shipments that were split off and may leave together with the rest again
 */
record OrderView(
        OrderNumber number,
        OrderStatus status,
        Instant statusSince,
        @Nullable String holdReason,
        @Nullable BilingualText cancelReason,
        String channel,
        @Nullable String channelOrderId,
        Instant orderedAt,
        @Nullable String mediaCode,
        @Personal(Personal.Kind.TEXT) @Nullable String note,
        @Nullable LocalDate shipDay,
        @Nullable CustomerSummary customer,
        List<OrderDestination> destinations,
        List<OrderLine> lines,
        Totals totals,
        Money money,
        List<PaymentEntry> payments,
        List<RefundEntry> refunds,
        List<ShipmentRow> shipments,
        List<ShipmentPlan> plans,
        Map<ShipmentNumber, Map<Sku, Integer>> planned,
        Map<ShipmentNumber, SplitShipment.Parts> splittable,
        Set<ShipmentNumber> unsplittable,
        List<OpenTask> tasks,
        List<TimelineEvent> timeline,
        Source source,
        Possible possible,
        List<Confirmations.Confirmation> confirmations,
        String path,
        List<CaseTrail.Stop> trail) {
    /** @param reserved authorised on a card and not captured yet */
    record Money(
            String method,
            @Nullable PaymentStatus status,
            Yen charged,
            Yen paid,
            Yen reserved,
            @Nullable LocalDate dueBy,
            @Nullable Instant unknownSince,
            @Nullable String transactionNo) {
        public Yen open() {
            return charged.minus(paid);
        }

        /** The status chip: a payment that nobody requests, or that the carrier collects, is not shown as awaited. */
        public @Nullable String look() {
            if (status == PaymentStatus.PENDING && charged.isZero()) {
                return "NOTHING_CHARGED";
            }
            if (status == PaymentStatus.PENDING && method.equals(PaymentMethod.CASH_ON_DELIVERY.name())) {
                return "ON_DELIVERY";
            }
            return status == null ? null : status.name();
        }
    }

    /**
     * @param deliveryException the delivery exception, if any
     * @param page the carrier's tracking page of the parcel
     * @param task the open task about it
     */
    record ShipmentRow(
            ShipmentNumber number,
            String status,
            @Nullable String deliveryException,
            @Nullable String page,
            @Nullable OpenTask task,
            String carrier,
            @Nullable String trackingNumber,
            LocalDate shipDate,
            @Nullable Instant shippedAt,
            @Nullable LocalDate deliveryDate,
            @Nullable String timeSlot,
            @Nullable Instant deliveredAt,
            @Nullable Instant dueAt,
            List<Insert> inserts,
            List<CaseTrail.Stop> trail) {}

    record Insert(Sku sku, int quantity, @Nullable String rule) {}

    /** The file it came from, with the physical line. */
    record Source(@Nullable Long messageId, @Nullable String file, @Nullable Integer line) {}

    /**
     * The actions that are possible now, and the consequences of a cancellation in figures.
     *
     * @param atWarehouse shipments whose cancellation the warehouse has to confirm
     * @param refund amount to refund
     * @param releaseCard amount of a card authorisation to void
     */
    record Possible(
            boolean cancel,
            boolean hold,
            boolean release,
            boolean change,
            int openPieces,
            int atWarehouse,
            Yen refund,
            Yen releaseCard) {}
}
