package jp.otodoke.mothers;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.shared.Address;
import org.jspecify.annotations.Nullable;

/** People for tests; each call makes another one. */
public final class CustomerMother {
    public static final Address TOKYO = new Address("1000001", "東京都", "千代田区", "千代田1-1", "");
    public static final Address SAPPORO = new Address("0600000", "北海道", "札幌市中央区", "1-1", "");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private CustomerMother() {}

    public static NewCustomer somebody() {
        int n = NUMBER.incrementAndGet();
        return person(
                "試験 花子" + n,
                "シケン ハナコ",
                "03-9%03d-%04d".formatted(n / 10_000, n % 10_000),
                "p" + n + "@example.jp",
                "千代田9-" + n);
    }

    public static NewCustomer person(
            String name, @Nullable String kana, @Nullable String phone, @Nullable String email, String line1) {
        return new NewCustomer(
                name, kana, phone, email, null, null, new Address("100-0001", "東京都", "千代田区", line1, ""), null);
    }

    /** Somebody in Tokyo with this name and number. */
    public static NewCustomer called(String name, String kana, @Nullable String phone) {
        return new NewCustomer(name, kana, phone, null, null, null, TOKYO, null);
    }

    /** Nobody else has this family name's bearer's kana, so that a transfer's remitter points to one person. */
    public static NewCustomer unmistakable(String family, Address home, boolean withMail) {
        var name = UUID.randomUUID().toString().substring(0, 8);
        var kana = new StringBuilder();
        name.chars().forEach(c -> kana.append("アイウエオカキクケコサシスセソタ".charAt(Character.digit(c, 16))));
        var phone = "03" + "%08d".formatted(Long.parseLong(name, 16) % 100_000_000);
        return new NewCustomer(
                family + " " + name,
                kana.toString(),
                phone,
                withMail ? name + "@example.jp" : null,
                null,
                null,
                home,
                null);
    }
}
