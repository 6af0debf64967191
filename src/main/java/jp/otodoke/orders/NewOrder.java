package jp.otodoke.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * An order as any channel brings it.
 *
 * @param channel where it came from, such as WEB, PHONE, EC_CUBE
 * @param channelOrderId the channel's own number; with the channel it names one order for ever
 * @param orderedAt null for now; at most 24 hours ahead of the clock
 * @param destinations one or more; lines point to them by index
 * @param amounts what a shop decided; null where our own fees apply
 * @param contentHash of what the channel sent, to notice a changed order that comes again; may be null
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
        @Nullable String contentHash) {

    /** The same order from a buyer who is known by now. */
    public NewOrder of(Known customer) {
        return new NewOrder(
                channel,
                channelOrderId,
                orderedAt,
                mediaCode,
                customer,
                destinations,
                lines,
                payment,
                amounts,
                note,
                source,
                contentHash);
    }

    /** A customer we know, or a person to be matched with one or registered. */
    public sealed interface Buyer permits Known, Person {}

    public record Known(String number) implements Buyer {}

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
     * @param unitPrice with tax; null for the catalogue's price of the day
     * @param name as the channel calls it; null for the catalogue's name
     * @param destination index into the destinations
     */
    public record Line(String sku, int quantity, @Nullable Yen unitPrice, @Nullable String name, int destination) {}

    /** @param cardToken what our gateway charges; never a card number */
    public record Payment(PaymentMethod method, @Nullable String cardToken, ShopPayment shop) {}

    /**
     * Amounts that stand as the shop decided them. A given total must equal goods + shipping + fee -
     * discount - points.
     */
    public record FixedAmounts(Yen shipping, Yen fee, Yen discount, Yen points, @Nullable Yen total) {}

    /** The file and physical line (header = 1) that the order came from. */
    public record Source(@Nullable Long messageId, String fileName, int line) {}
}
