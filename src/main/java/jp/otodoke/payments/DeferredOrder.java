package jp.otodoke.payments;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * What the provider of 後払い is told of an order. The goods come to exactly the amount.
 *
 * @param email null if the buyer has none
 */
public record DeferredOrder(
        LocalDate orderedOn,
        Yen amount,
        Person buyer,
        @Nullable String email,
        List<Person> destinations,
        List<Goods> goods) {
    public DeferredOrder {
        if (!Yen.sum(goods, Goods::amount).equals(amount)) {
            throw new IllegalArgumentException("The goods do not come to " + amount);
        }
    }

    /** The same for the same content. */
    String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    public record Person(String name, String kana, String phone, Address address) {}

    /** @param price of one, with tax; negative for a discount */
    public record Goods(String name, Yen price, int quantity) {
        Yen amount() {
            return price.times(quantity);
        }
    }
}
