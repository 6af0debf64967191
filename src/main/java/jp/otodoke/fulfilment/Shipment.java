package jp.otodoke.fulfilment;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Yen;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

/**
 * What the warehouse is instructed to send to one destination on one day: goods of one or more orders, and
 * inserts.
 */
@Entity
@Table(name = "shipment")
public class Shipment {
    @Id
    @Column(name = "shipment_number")
    private ShipmentNumber number;

    @Version
    private @Nullable Long version;

    @Enumerated(EnumType.STRING)
    private ShipmentStatus status;

    private Instant statusSince;
    private String warehouse;
    private String carrier;
    private String service;

    @Enumerated(EnumType.STRING)
    @Column(name = "cool_service")
    private CoolService cool;

    private CustomerNumber customerNumber;
    private String name;
    private String kana;
    private String phone;

    @Embedded
    private Address address;

    private LocalDate shipDate;

    @Column(name = "requested_delivery_date")
    private @Nullable LocalDate deliveryDate;

    @Column(name = "requested_time_slot")
    private @Nullable String timeSlot;

    @Enumerated(EnumType.STRING)
    private PaymentKind paymentKind;

    private Yen codAmount = Yen.ZERO;
    private Yen codTax = Yen.ZERO;
    private String note;
    private int revision;
    private @Nullable Instant acceptedAt;
    private @Nullable String rejectCode;
    private @Nullable String rejectText;
    private @Nullable String trackingNumber;
    private @Nullable Instant shippedAt;
    private @Nullable Instant deliveredAt;
    private @Nullable String cancelRequestId;
    private int cancelAttempts;
    private @Nullable String cancelReason;

    @Column(name = "cancelled_for_orders")
    private List<OrderNumber> cancelledForOrders = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    private @Nullable CancelResult cancelResult;

    @Column(name = "delivery_exception")
    @Enumerated(EnumType.STRING)
    private TrackingEvent.@Nullable Kind deliveryException;

    @Column(name = "delivery_exception_at")
    private @Nullable Instant deliveryExceptionAt;

    @Column(name = "result_complete")
    private boolean resultFinal;

    private Instant createdAt;
    private @Nullable Instant dueAt;

    @ElementCollection
    @CollectionTable(name = "shipment_line", joinColumns = @JoinColumn(name = "shipment_number"))
    @OrderColumn(name = "line_no")
    @ListIndexBase(1)
    @BatchSize(size = 50)
    private List<ShipmentLine> lines = new ArrayList<>();

    protected Shipment() {} // for JPA

    static Shipment plan(
            ShipmentNumber number, ConsolidationKey key, ShippingMethod method, LocalDate shipDate, Instant now) {
        var shipment = new Shipment();
        shipment.number = number;
        shipment.status = ShipmentStatus.PLANNED;
        shipment.statusSince = now;
        shipment.createdAt = now;
        shipment.warehouse = method.warehouse();
        shipment.carrier = method.carrier();
        shipment.service = method.service();
        shipment.cool = key.cool();
        shipment.customerNumber = key.customerNumber();
        shipment.name = key.destination().name();
        shipment.kana = key.destination().kana();
        shipment.phone = key.destination().phone();
        shipment.address = key.destination().address();
        shipment.shipDate = shipDate;
        shipment.deliveryDate = key.destination().deliveryDate();
        shipment.timeSlot = key.destination().timeSlot();
        shipment.paymentKind = key.paymentKind();
        shipment.note = "";
        return shipment;
    }

    /** Notes of several orders are joined; identical ones appear once. */
    void remark(String text) {
        if (!text.isEmpty() && !note.contains(text)) {
            note = note.isEmpty() ? text : note + " " + text;
        }
    }

    void put(ShipmentLine line) {
        lines.add(line);
    }

    /** Where nothing is to be collected, such as for a free order, the carrier only delivers. */
    void collect(Yen amount, Yen tax) {
        paymentKind = amount.isPositive() ? PaymentKind.COD : PaymentKind.PREPAID;
        codAmount = amount;
        codTax = tax;
    }

    void instruct(Instant now) {
        if (status != ShipmentStatus.PLANNED && status != ShipmentStatus.INSTRUCTED) {
            throw Refusal.conflict("shipment.instruct.too-late", number, status);
        }
        revision++;
        rejectCode = null;
        rejectText = null;
        changeStatus(ShipmentStatus.INSTRUCTED, now);
        dueAt = ShipmentDeadlines.acknowledgement(now);
    }

    /**
     * What the warehouse has been told is told anew, changed; it has accepted it once and need not do so again.
     *
     * @return false if the warehouse is yet to be told, or has rejected it and staff are yet to decide
     */
    boolean instructAgain(Instant now) {
        if (status == ShipmentStatus.PLANNED || rejectCode != null) {
            return false;
        }
        revision++;
        if (status == ShipmentStatus.INSTRUCTED) {
            dueAt = ShipmentDeadlines.acknowledgement(now);
        }
        return true;
    }

    /** @return whether the shipment was waiting for acknowledgement */
    boolean accept(Instant now) {
        if (status != ShipmentStatus.INSTRUCTED) {
            return false;
        }
        rejectCode = null;
        rejectText = null;
        acceptedAt = now;
        changeStatus(ShipmentStatus.ACCEPTED, now);
        var closing = shipDate.atStartOfDay(BusinessClock.TOKYO).toInstant();
        dueAt = ShipmentDeadlines.shipping(closing.isAfter(now) ? closing : now);
        return true;
    }

    void reject(String code, String text) {
        rejectCode = code;
        rejectText = text;
        dueAt = null;
    }

    /**
     * The warehouse rejects what it had accepted: it has no valid instruction until staff have decided.
     *
     * @return false if it never accepted the shipment, has shipped it, or said so before
     */
    boolean withdrawAcceptance(String code, String text, Instant now) {
        if (acceptedAt == null
                || rejectCode != null
                || status != ShipmentStatus.ACCEPTED && status != ShipmentStatus.INSTRUCTED) {
            return false;
        }
        reject(code, text);
        changeStatus(ShipmentStatus.INSTRUCTED, now);
        return true;
    }

    /** Whether the warehouse rejected it after having accepted it, and staff have not decided yet. */
    boolean acceptanceWithdrawn() {
        return acceptedAt != null && rejectCode != null && status == ShipmentStatus.INSTRUCTED;
    }

    /** A shipment may contain several orders, of which more than one may be cancelled. */
    void cancelWantedBy(OrderNumber order) {
        if (!cancelledForOrders.contains(order)) {
            cancelledForOrders.add(order);
        }
    }

    /**
     * Withdraws the cancellation: the warehouse never accepted or does not know the shipment, and it is to be sent
     * after all.
     */
    void cancelWithdrawn(Instant now) {
        cancelledForOrders.clear();
        changeStatus(ShipmentStatus.INSTRUCTED, now);
    }

    void askCancel(String reason, Instant now) {
        if (cancelRequestId == null || cancelResult != null) {
            cancelAttempts++;
            cancelRequestId = number + "-C" + cancelAttempts;
        }
        cancelReason = reason;
        cancelResult = null;
        changeStatus(ShipmentStatus.CANCEL_PENDING, now);
        dueAt = ShipmentDeadlines.acknowledgement(now);
    }

    void cancelAnswered(CancelResult result, Instant now) {
        cancelResult = result;
        if (result == CancelResult.CANCELLED) {
            changeStatus(ShipmentStatus.CANCELLED, now);
            dueAt = null;
        } else if (status == ShipmentStatus.CANCEL_PENDING && result != CancelResult.NOT_FOUND) {
            changeStatus(ShipmentStatus.ACCEPTED, now);
            dueAt = ShipmentDeadlines.shipping(now);
        }
    }

    /** Nothing more will be shipped, though the warehouse has not said so. */
    void closeResult(Instant now) {
        if (shippedAt == null) {
            nothingShipped(true, now);
        } else {
            resultFinal = true;
            dueAt = ShipmentDeadlines.delivery(now);
        }
    }

    /** A ship result takes precedence over an unanswered cancellation request. */
    void ship(Instant at, String byCarrier, String tracking, boolean last, Instant now) {
        if (status == ShipmentStatus.CANCEL_PENDING) {
            cancelResult = CancelResult.ALREADY_SHIPPED;
        }
        if (shippedAt == null) {
            shippedAt = at;
            carrier = byCarrier;
            trackingNumber = tracking;
        }
        resultFinal = resultFinal || last;
        changeStatus(ShipmentStatus.SHIPPED, now);
        var requested = deliveryDate == null
                ? at
                : deliveryDate.atStartOfDay(BusinessClock.TOKYO).toInstant();
        dueAt = ShipmentDeadlines.delivery(requested.isAfter(at) ? requested : at);
    }

    /**
     * A result of no goods says only that nothing left: the shipment stays where it is. If it is the final one, an
     * open cancellation request has its answer.
     */
    void nothingShipped(boolean last, Instant now) {
        resultFinal = resultFinal || last;
        if (status == ShipmentStatus.INSTRUCTED) {
            accept(now);
        } else if (last && status == ShipmentStatus.CANCEL_PENDING) {
            cancelAnswered(CancelResult.CANCELLED, now);
        }
        if (shippedAt == null && status.atTheWarehouse()) {
            dueAt = last ? null : ShipmentDeadlines.shipping(now);
        }
    }

    /** Has no effect unless it is known by the wrong number. */
    void renumber(String wrong, String right) {
        if (wrong.equals(trackingNumber)) {
            trackingNumber = right;
        }
    }

    void lineShipped(int lineNo, int pieces, @Nullable String lot, @Nullable LocalDate expiry) {
        lines.set(lineNo - 1, lines.get(lineNo - 1).left(pieces, lot, expiry));
    }

    void deliver(Instant at, Instant now) {
        deliveredAt = at;
        deliveryException = null;
        dueAt = null;
        changeStatus(ShipmentStatus.DELIVERED, now);
    }

    /**
     * Records a delivery exception. Staff handle it from here, so no deadline runs until it is over: one problem,
     * one task.
     *
     * @return false if it was already known or handled
     */
    boolean failDelivery(TrackingEvent.Kind kind, Instant at, Instant now) {
        if (status.ended() || kind == deliveryException || (deliveryException == null && exceptionHandled(at))) {
            return false;
        }
        deliveryException = kind;
        deliveryExceptionAt = at;
        dueAt = null;
        changeStatus(ShipmentStatus.EXCEPTION, now);
        return true;
    }

    /** Whether an event is no later than one already handled by staff, and can be ignored. */
    private boolean exceptionHandled(Instant at) {
        return deliveryExceptionAt != null && !at.isAfter(deliveryExceptionAt);
    }

    /** The shipment is moving again, or staff have arranged redelivery. */
    void resolveDeliveryException(Instant now) {
        if (status == ShipmentStatus.EXCEPTION) {
            deliveryException = null;
            changeStatus(ShipmentStatus.SHIPPED, now);
            dueAt = ShipmentDeadlines.delivery(now);
        }
    }

    void markReturned(Instant now) {
        dueAt = null;
        changeStatus(ShipmentStatus.RETURNED, now);
    }

    void escalated() {
        dueAt = null;
    }

    void extend(Instant until) {
        dueAt = until;
    }

    private void changeStatus(ShipmentStatus next, Instant now) {
        if (status != next) {
            status = next;
            statusSince = now;
        }
    }

    public ShipmentNumber number() {
        return number;
    }

    Instant createdAt() {
        return createdAt;
    }

    public ShipmentStatus status() {
        return status;
    }

    public Instant statusSince() {
        return statusSince;
    }

    public String warehouse() {
        return warehouse;
    }

    public String carrier() {
        return carrier;
    }

    public String service() {
        return service;
    }

    public CoolService cool() {
        return cool;
    }

    public CustomerNumber customerNumber() {
        return customerNumber;
    }

    @Personal(value = Personal.Kind.NAME, of = Personal.Whose.PARCEL)
    public String name() {
        return name;
    }

    @Personal(value = Personal.Kind.NAME, of = Personal.Whose.PARCEL)
    public String kana() {
        return kana;
    }

    @Personal(value = Personal.Kind.PHONE, of = Personal.Whose.PARCEL)
    public String phone() {
        return phone;
    }

    @Personal(value = Personal.Kind.ADDRESS, of = Personal.Whose.PARCEL)
    public Address address() {
        return address;
    }

    public LocalDate shipDate() {
        return shipDate;
    }

    public @Nullable LocalDate deliveryDate() {
        return deliveryDate;
    }

    public @Nullable String timeSlot() {
        return timeSlot;
    }

    /** COD or PREPAID. */
    public PaymentKind paymentKind() {
        return paymentKind;
    }

    public Yen codAmount() {
        return codAmount;
    }

    public Yen codTax() {
        return codTax;
    }

    /** Names the sender of a present and quotes the card. */
    @Personal(value = Personal.Kind.TEXT, of = Personal.Whose.PARCEL)
    public String note() {
        return note;
    }

    public int revision() {
        return revision;
    }

    public @Nullable String rejectCode() {
        return rejectCode;
    }

    public @Nullable String rejectText() {
        return rejectText;
    }

    public @Nullable String trackingNumber() {
        return trackingNumber;
    }

    public @Nullable Instant shippedAt() {
        return shippedAt;
    }

    public @Nullable Instant deliveredAt() {
        return deliveredAt;
    }

    public @Nullable String cancelRequestId() {
        return cancelRequestId;
    }

    public int cancelAttempts() {
        return cancelAttempts;
    }

    public @Nullable String cancelReason() {
        return cancelReason;
    }

    /** The orders whose cancellation requested it. */
    public Set<OrderNumber> cancelledForOrders() {
        return Set.copyOf(cancelledForOrders);
    }

    /** Whether goods of this shipment may still leave the warehouse. */
    public boolean toBeShipped() {
        return status.atTheWarehouse() || (status.underway() && !nothingMoreToShip());
    }

    /** The warehouse has said so, or every piece of the goods has left. */
    boolean nothingMoreToShip() {
        return resultFinal || lines.stream().noneMatch(l -> l.isGoods() && l.shipped() < l.quantity());
    }

    public @Nullable CancelResult cancelResult() {
        return cancelResult;
    }

    /** The current delivery exception, an event such as ABSENT; null if there is none. */
    public TrackingEvent.@Nullable Kind deliveryException() {
        return deliveryException;
    }

    /** Whether the warehouse has sent its final result. */
    public boolean resultFinal() {
        return resultFinal;
    }

    /** Deadline of the current step. */
    public @Nullable Instant dueAt() {
        return dueAt;
    }

    /** In order of line number, which starts at 1. */
    public List<ShipmentLine> lines() {
        return List.copyOf(lines);
    }

    public Set<OrderNumber> orderNumbers() {
        return lines.stream().map(ShipmentLine::orderNumber).collect(Collectors.toCollection(TreeSet::new));
    }
}
