package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * A cycle whose request is handed over, as a result is compared with it.
 *
 * @param agency profile of the files
 * @param request the file as it was written
 */
public record SentDirectDebit(long id, String agency, byte[] request, boolean done, List<Claim> claims) {
    /** @param resultCode as it is booked; null until then */
    public record Claim(long id, Yen amount, @Nullable String resultCode) {}
}
