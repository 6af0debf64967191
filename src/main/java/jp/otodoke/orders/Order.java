package jp.otodoke.orders;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.PhoneNumbers;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Sku;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

/** An order. Payment and shipments are tracked separately; {@link #status} sums up its overall progress. */
@Entity
@Table(name = "orders")
public class Order {
    @Id
    @Column(name = "order_number")
    private OrderNumber number;

    @Version
    @Column(name = "version")
    private @Nullable Long version;

    private String channel;
    private @Nullable String channelOrderId;
    private @Nullable String contentHash;
    private CustomerNumber customerNumber;
    private String buyerName;
    private String buyerKana;
    private String buyerPhone;
    private @Nullable String buyerEmail;
    private Instant orderedAt;
    private Instant receivedAt;
    private @Nullable String mediaCode;

    @Enumerated(EnumType.STRING)
    private PaymentMethod paymentMethod;

    @Enumerated(EnumType.STRING)
    private ShopPayment shopPayment;

    private boolean pricedByShop;

    @Enumerated(EnumType.STRING)
    private OrderStatus progress;

    private boolean onHold;
    private @Nullable String holdReason;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    private Instant statusSince;

    @Column(name = "check_passed")
    private boolean checked;

    private String note;

    @Embedded
    private Totals totals;

    @Column(name = "planned_ship_date")
    private @Nullable LocalDate shipDay;

    private @Nullable Long sourceMessageId;
    private @Nullable String sourceFile;
    private @Nullable Integer sourceLine;
    private @Nullable String cancelReason;
    private @Nullable String cancelReasonEn;

    @Enumerated(EnumType.STRING)
    private CancelReason.@Nullable Cause cancelCause;

    @ElementCollection
    @CollectionTable(name = "order_destination", joinColumns = @JoinColumn(name = "order_number"))
    @OrderColumn(name = "dest_no")
    @ListIndexBase(1)
    @BatchSize(size = 50)
    private List<OrderDestination> destinations = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "order_line", joinColumns = @JoinColumn(name = "order_number"))
    @OrderColumn(name = "line_no")
    @ListIndexBase(1)
    @BatchSize(size = 50)
    private List<OrderLine> lines = new ArrayList<>();

    protected Order() {} // for JPA

    static Order receive(
            OrderNumber number, NewOrder input, CustomerSummary buyer, PricedOrder pricedOrder, Instant now) {
        var order = new Order();
        order.number = number;
        order.channel = input.channel();
        order.channelOrderId = input.channelOrderId();
        order.contentHash = input.contentHash();
        order.customerNumber = buyer.number();
        order.buyerName = buyer.name();
        order.buyerKana = buyer.kana() == null ? "" : buyer.kana();
        order.buyerPhone = PhoneNumbers.key(buyer.phone());
        order.buyerEmail = buyer.email();
        order.orderedAt = input.orderedAt() == null ? now : input.orderedAt();
        order.receivedAt = now;
        order.mediaCode = input.mediaCode();
        order.paymentMethod = input.payment().method();
        order.shopPayment = input.payment().shop();
        order.pricedByShop = input.amounts() != null;
        order.progress = OrderStatus.RECEIVED;
        order.status = OrderStatus.RECEIVED;
        order.statusSince = now;
        order.note = input.note() == null ? "" : input.note().strip();
        order.totals = pricedOrder.totals();
        order.lines.addAll(pricedOrder.lines());
        order.destinations.addAll(pricedOrder.destinations());
        var source = input.source();
        if (source != null) {
            order.sourceMessageId = source.messageId();
            order.sourceFile = source.fileName();
            order.sourceLine = source.line();
        }
        return order;
    }

    /** Records that the order has reached this status; has no effect if it already had. */
    void advanceTo(OrderStatus point, Instant now) {
        progress = point;
        refresh(now);
    }

    void checkPassed() {
        checked = true;
    }

    void plan(@Nullable LocalDate day) {
        shipDay = day;
    }

    void hold(String reason, Instant now) {
        if (!status.beforeHandOver()) {
            throw Refusal.conflict("order.hold.too-late", number, status);
        }
        onHold = true;
        holdReason = reason;
        refresh(now);
    }

    void release(Instant now) {
        if (!onHold) {
            throw Refusal.conflict("order.release.not-held", number, status);
        }
        onHold = false;
        holdReason = null;
        refresh(now);
    }

    /**
     * Cancels the order if nothing has shipped or is still to arrive; otherwise cancels only the pieces that are
     * not in a parcel.
     *
     * @param travelling pieces per line number that are in a parcel
     */
    void cancel(CancelReason reason, Map<Integer, Integer> travelling, Instant now) {
        for (int i = 0; i < lines.size(); i++) {
            lines.set(i, lines.get(i).cancelOpen(travelling.getOrDefault(i + 1, 0)));
        }
        cancelReason = reason.words().japanese();
        cancelReasonEn = reason.words().english();
        cancelCause = reason.cause();
        onHold = false;
        if (lines.stream().allMatch(l -> l.shipped() == 0 && l.open() == 0)) {
            advanceTo(OrderStatus.CANCELLED, now);
        } else {
            refresh(now);
        }
    }

    /** @param which numbers of destinations, from 1 */
    void dropRequestedDates(Set<Integer> which) {
        which.forEach(n -> destinations.set(n - 1, destinations.get(n - 1).withoutDate()));
    }

    /** @param lineNo from 1 */
    void ship(int lineNo, int pieces) {
        lines.set(lineNo - 1, lines.get(lineNo - 1).ship(pieces));
    }

    /** @param lineNo from 1 */
    void reopen(int lineNo, int pieces) {
        lines.set(lineNo - 1, lines.get(lineNo - 1).reopen(pieces));
    }

    /** @param lineNo from 1 */
    void takeBack(int lineNo, int pieces) {
        lines.set(lineNo - 1, lines.get(lineNo - 1).takeBack(pieces));
    }

    void reprice(PaymentMethod method, PricedOrder pricedOrder, Instant now) {
        if (!status.beforeHandOver()) {
            throw Refusal.conflict("order.change.too-late", number, status);
        }
        paymentMethod = method;
        totals = pricedOrder.totals();
        var changed = asSold(pricedOrder.lines());
        lines.clear();
        lines.addAll(changed);
        destinations.clear();
        destinations.addAll(pricedOrder.destinations());
        checked = false;
        shipDay = null;
        advanceTo(OrderStatus.RECEIVED, now);
    }

    void payBy(PaymentMethod method) {
        paymentMethod = method;
    }

    /** Sets that were ordered before stay as they were sold. */
    private List<OrderLine> asSold(List<OrderLine> changed) {
        var sold = new HashMap<Sku, Map<Sku, Integer>>();
        lines.forEach(line -> sold.put(line.sku(), line.articles()));
        return changed.stream()
                .map(line -> line.packedOf(sold.getOrDefault(line.sku(), line.articles())))
                .toList();
    }

    private void refresh(Instant now) {
        var next = onHold && progress.beforeHandOver() && progress != OrderStatus.IN_REVIEW
                ? OrderStatus.ON_HOLD
                : progress;
        if (next != status) {
            status = next;
            statusSince = now;
        }
    }

    public OrderNumber number() {
        return number;
    }

    public String channel() {
        return channel;
    }

    public @Nullable String channelOrderId() {
        return channelOrderId;
    }

    public @Nullable String contentHash() {
        return contentHash;
    }

    public CustomerNumber customerNumber() {
        return customerNumber;
    }

    public String buyerName() {
        return buyerName;
    }

    public String buyerKana() {
        return buyerKana;
    }

    public String buyerPhone() {
        return buyerPhone;
    }

    public @Nullable String buyerEmail() {
        return buyerEmail;
    }

    public Instant orderedAt() {
        return orderedAt;
    }

    public @Nullable String mediaCode() {
        return mediaCode;
    }

    public PaymentMethod paymentMethod() {
        return paymentMethod;
    }

    public ShopPayment shopPayment() {
        return shopPayment;
    }

    public boolean pricedByShop() {
        return pricedByShop;
    }

    /**
     * Whether lines, delivery and payment may still be changed, i.e. nothing has been handed over to the
     * warehouse.
     */
    public boolean changeable() {
        return status.beforeHandOver() && lines().stream().noneMatch(line -> line.shipped() > 0);
    }

    public OrderStatus status() {
        return status;
    }

    /** How far the order has come, ignoring any hold. */
    public OrderStatus progress() {
        return progress;
    }

    public Instant statusSince() {
        return statusSince;
    }

    public boolean onHold() {
        return onHold;
    }

    public @Nullable String holdReason() {
        return holdReason;
    }

    /** Whether the order passed the checks or was approved in review. */
    public boolean checked() {
        return checked;
    }

    public String note() {
        return note;
    }

    public Totals totals() {
        return totals;
    }

    public @Nullable LocalDate shipDay() {
        return shipDay;
    }

    public @Nullable Long sourceMessageId() {
        return sourceMessageId;
    }

    public @Nullable String sourceFile() {
        return sourceFile;
    }

    public @Nullable Integer sourceLine() {
        return sourceLine;
    }

    /** Null if the order is not cancelled, or was cancelled before causes were recorded. */
    public CancelReason.@Nullable Cause cancelCause() {
        return cancelCause;
    }

    /** For staff only; not shown to customers. */
    public @Nullable BilingualText cancelReason() {
        return cancelReason == null
                ? null
                : new BilingualText(cancelReason, Objects.requireNonNullElse(cancelReasonEn, cancelReason));
    }

    /** In order of destination number, which starts at 1. */
    public List<OrderDestination> destinations() {
        return List.copyOf(destinations);
    }

    /** In order of line number, which starts at 1. */
    public List<OrderLine> lines() {
        return List.copyOf(lines);
    }

    public int openPieces() {
        return lines.stream().mapToInt(OrderLine::open).sum();
    }
}
