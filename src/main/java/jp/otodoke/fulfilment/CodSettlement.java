package jp.otodoke.fulfilment;

import java.time.LocalDate;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * What the carrier reports about the cash that it was to collect with a parcel.
 *
 * @param carrier the carrier's code in its own file
 * @param amount what it collected; zero unless paid
 * @param fee what it keeps
 * @param paidOn when the recipient paid; null if he did not
 */
public record CodSettlement(
        String carrier, String trackingNo, Result result, Yen amount, Yen fee, @Nullable LocalDate paidOn) {
    /** What a carrier states as collected with a parcel that nobody has taken is what the label said. */
    public CodSettlement {
        amount = result == Result.PAID ? amount : Yen.ZERO;
    }

    public enum Result {
        PAID,
        REFUSED,
        LOST
    }
}
