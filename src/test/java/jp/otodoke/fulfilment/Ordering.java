package jp.otodoke.fulfilment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.Packing;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Recipient;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/** An order in the making; without more it is one of a new customer in Tokyo who pays the driver. */
final class Ordering {
    static final Address TOKYO = new Address("1000001", "東京都", "千代田区", "千代田1-1", "");
    static final Address SAPPORO = new Address("0600000", "北海道", "札幌市中央区", "1-1", "");

    private final List<NewOrder.Line> lines = new ArrayList<>();
    private final List<NewOrder.Destination> others = new ArrayList<>();
    private PaymentMethod method = PaymentMethod.CASH_ON_DELIVERY;
    private ShopPayment shop = ShopPayment.NONE;
    private Address address = TOKYO;
    private @Nullable String customer;
    private @Nullable String token;
    private @Nullable String note;
    private @Nullable LocalDate wished;
    private Packing packing = Packing.PLAIN;
    private @Nullable Instant at;
    private @Nullable String channelId;
    private NewOrder.@Nullable Source source;
    private boolean mail = true;
    private NewOrder.@Nullable FixedAmounts amounts;

    static Ordering of(String sku, int quantity) {
        return new Ordering().and(sku, quantity);
    }

    Ordering and(String sku, int quantity) {
        lines.add(new NewOrder.Line(sku, quantity, null, null, others.size()));
        return this;
    }

    /** What is added after this goes to another door. */
    Ordering to(String name, Address door) {
        others.add(new NewOrder.Destination(new Recipient(name, null, null, door), null, null));
        return this;
    }

    Ordering by(PaymentMethod paid) {
        method = paid;
        token = paid == PaymentMethod.CREDIT_CARD ? "tok" : null;
        return this;
    }

    Ordering withoutMail() {
        mail = false;
        return this;
    }

    /** As a shop decided it: so much off the goods, so much for shipping. */
    Ordering reducedBy(long discount, long shipping) {
        amounts = new NewOrder.FixedAmounts(Yen.of(shipping), Yen.ZERO, Yen.of(discount), Yen.ZERO, null);
        return this;
    }

    Ordering atTheShop(ShopPayment payment) {
        method = PaymentMethod.CREDIT_CARD;
        shop = payment;
        return this;
    }

    Ordering from(String customerNumber) {
        customer = customerNumber;
        return this;
    }

    Ordering livingAt(Address home) {
        address = home;
        return this;
    }

    Ordering remarking(String text) {
        note = text;
        return this;
    }

    Ordering wishing(LocalDate day) {
        wished = day;
        return this;
    }

    Ordering at(Instant time) {
        at = time;
        return this;
    }

    Ordering numbered(String id) {
        channelId = id;
        return this;
    }

    Ordering packed(Packing how) {
        packing = how;
        return this;
    }

    Ordering fromFile() {
        source = new NewOrder.Source(null, "orders.csv", 2);
        return this;
    }

    NewOrder build() {
        var destinations = new ArrayList<NewOrder.Destination>();
        destinations.add(new NewOrder.Destination(null, wished, null, packing));
        destinations.addAll(others);
        return new NewOrder(
                "WEB",
                channelId,
                at,
                null,
                customer == null ? new NewOrder.Person(person()) : new NewOrder.Known(customer),
                destinations,
                lines,
                new NewOrder.Payment(method, token, shop),
                amounts,
                note,
                source,
                null);
    }

    private NewCustomer person() {
        var name = UUID.randomUUID().toString().substring(0, 8);
        var kana = new StringBuilder();
        name.chars().forEach(c -> kana.append("アイウエオカキクケコサシスセソタ".charAt(Character.digit(c, 16))));
        var phone = "03" + "%08d".formatted(Long.parseLong(name, 16) % 100_000_000);
        return new NewCustomer(
                "試験 " + name, kana.toString(), phone, mail ? name + "@example.jp" : null, null, null, address, null);
    }
}
