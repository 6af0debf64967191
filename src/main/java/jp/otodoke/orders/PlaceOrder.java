package jp.otodoke.orders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accepts one order from any channel. An order with the same channel number is accepted only once. */
@Component
public class PlaceOrder {
    /** How far in the future a channel may date an order. */
    public static final Duration AHEAD = Duration.ofHours(24);

    /** Maximum unit price; a larger value is a typing error and might overflow the totals. */
    public static final Yen HIGHEST_PRICE = Yen.of(999_999_999);

    /** How many days ahead a delivery date may be requested; anything later is most likely a mistyped year. */
    public static final int LATEST_DELIVERY_DAYS_AHEAD = 366;

    /** How many days ago a delivery may have been requested for; anything earlier is a mistyped year. */
    private static final int EARLIEST_DELIVERY_DAYS_AGO = 366;

    /** An order from longer ago is a mistyped year or a program's empty date. */
    private static final int OLDEST_YEARS = 10;

    private final PlaceOrders placeOrders;

    PlaceOrder(PlaceOrders placeOrders) {
        this.placeOrders = placeOrders;
    }

    /** @throws InvalidInput listing every problem; fields are named as in the API, such as {@code lines[0].sku} */
    @Transactional
    public PlacementResult place(NewOrder input, Preparation preparation) {
        return placeOrders.place(List.of(input), preparation).get(0).orRefuse();
    }

    /** Whether a channel's date of an order can't be meant. */
    public static boolean tooOld(Instant orderedAt, LocalDate today) {
        return LocalDate.ofInstant(orderedAt, BusinessClock.TOKYO).isBefore(today.minusYears(OLDEST_YEARS));
    }

    /** Whether a requested delivery date can't be meant; one that has just passed is settled with the customer. */
    public static boolean longPast(LocalDate delivery, LocalDate today) {
        return delivery.isBefore(today.minusDays(EARLIEST_DELIVERY_DAYS_AGO));
    }
}
