package jp.otodoke.customers;

import java.util.concurrent.atomic.AtomicInteger;
import jp.otodoke.shared.Address;
import org.jspecify.annotations.Nullable;

/** People for tests; each call makes another one. */
public final class CustomerMother {
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
}
