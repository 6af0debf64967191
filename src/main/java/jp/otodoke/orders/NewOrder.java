package jp.otodoke.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.loyalty.Redemption;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * An order as received from any channel.
 *
 * @param channel the source, such as WEB, PHONE or EC_CUBE
 * @param channelOrderId the channel's own order number; unique within the channel and never reused
 * @param orderedAt null for now; at most 24 hours ahead of the clock
 * @param destinations at least one; lines refer to them by index
 * @param amounts the amounts set by the shop; null to apply Otodoke's own charges
 * @param contentHash hash of what the channel sent, used to detect a changed order sent again; may be null
 * @param redemption points and coupon of ours; what a shop has taken off itself is in its amounts
 */
public record NewOrder(
        String channel,
        @Nullable String channelOrderId,
        @Nullable Instant orderedAt,
        @Nullable String mediaCode,
        Buyer buyer,
        List<Destination> destinations,
        List<Line> lines,
        Payment payment,
        @Nullable FixedAmounts amounts,
        @Nullable String note,
        @Nullable Source source,
        @Nullable String contentHash,
        Redemption redemption) {

    /** Redeems nothing. */
    public NewOrder(
            String channel,
            @Nullable String channelOrderId,
            @Nullable Instant orderedAt,
            @Nullable String mediaCode,
            Buyer buyer,
            List<Destination> destinations,
            List<Line> lines,
            Payment payment,
            @Nullable FixedAmounts amounts,
            @Nullable String note,
            @Nullable Source source,
            @Nullable String contentHash) {
        this(
                channel,
                channelOrderId,
                orderedAt,
                mediaCode,
                buyer,
                destinations,
                lines,
                payment,
                amounts,
                note,
                source,
                contentHash,
                Redemption.NONE);
    }

    /** The same order with points and a coupon. */
    public NewOrder redeeming(Redemption wanted) {
        return with(buyer, wanted);
    }

    /** The same order with the buyer matched to a registered customer. */
    public NewOrder of(Known customer) {
        return with(customer, redemption);
    }

    private NewOrder with(Buyer who, Redemption wanted) {
        return new NewOrder(
                channel,
                channelOrderId,
                orderedAt,
                mediaCode,
                who,
                destinations,
                lines,
                payment,
                amounts,
                note,
                source,
                contentHash,
                wanted);
    }

    /** A registered customer, or a person to match with one or register. */
    public sealed interface Buyer permits Known, Person {}

    public record Known(CustomerNumber number) implements Buyer {}

    public record Person(NewCustomer customer) implements Buyer {}

    /** @param recipient null for the customer's own address */
    public record Destination(
            @Nullable Recipient recipient,
            @Nullable LocalDate deliveryDate,
            @Nullable TimeSlot timeSlot,
            Packing packing) {
        public Destination(
                @Nullable Recipient recipient, @Nullable LocalDate deliveryDate, @Nullable TimeSlot timeSlot) {
            this(recipient, deliveryDate, timeSlot, Packing.PLAIN);
        }
    }

    /**
     * @param unitPrice including tax; null for the catalogue price of the day
     * @param name the product name used by the channel; null for the catalogue name
     * @param destination index of the destination
     */
    public record Line(Sku sku, int quantity, @Nullable Yen unitPrice, @Nullable String name, int destination) {}

    /** @param cardToken token accepted by the card gateway; never a card number */
    public record Payment(PaymentMethod method, @Nullable String cardToken, ShopPayment shop) {}

    /** Amounts fixed by the shop. A total, if given, must equal goods + shipping + fee - discount - points. */
    public record FixedAmounts(Yen shipping, Yen fee, Yen discount, Yen points, @Nullable Yen total) {}

    /** The source file and physical line (header = 1) of the order. */
    public record Source(@Nullable Long messageId, String fileName, int line) {}
}
