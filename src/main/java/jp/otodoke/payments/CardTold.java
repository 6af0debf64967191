package jp.otodoke.payments;

import java.time.YearMonth;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;

/**
 * The gateway has authorised an order by a card, and told which it is.
 *
 * @param expires the last month of the card; null if it is not told
 */
public record CardTold(
        OrderNumber order,
        CustomerNumber customer,
        CardToken token,
        @Nullable String brand,
        String last4,
        @Nullable YearMonth expires) {}
