package jp.otodoke.mothers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.loyalty.Redemption;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.Packing;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Recipient;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/** An order in the making; without more it is one of a new customer in Tokyo who pays the driver. */
public final class OrderMother {
    private final List<ProductMother> products = new ArrayList<>();
    private final List<NewOrder.Line> lines = new ArrayList<>();
    private final List<NewOrder.Destination> others = new ArrayList<>();
    private String channel = "WEB";
    private PaymentMethod method = PaymentMethod.CASH_ON_DELIVERY;
    private ShopPayment shop = ShopPayment.NONE;
    private Address address = CustomerMother.TOKYO;
    private String family = "試験";
    private @Nullable CustomerNumber customer;
    private @Nullable NewCustomer person;
    private @Nullable Recipient recipient;
    private @Nullable String token;
    private @Nullable String note;
    private @Nullable LocalDate requested;
    private Packing packing = Packing.PLAIN;
    private @Nullable Instant at;
    private @Nullable String channelId;
    private NewOrder.@Nullable Source source;
    private boolean mail = true;
    private NewOrder.@Nullable FixedAmounts amounts;
    private Redemption redemption = Redemption.NONE;

    private OrderMother() {}

    /** Of a tea that nobody else orders: 6,000 yen of goods. */
    public static OrderMother twoTeas() {
        return of(ProductMother.tea(), 2);
    }

    /** {@link Given} puts the product into the catalogue first. */
    public static OrderMother of(ProductMother product, int quantity) {
        return new OrderMother().and(product, quantity);
    }

    public static OrderMother of(String sku, int quantity) {
        return new OrderMother().and(sku, quantity);
    }

    public OrderMother and(ProductMother product, int quantity) {
        products.add(product);
        return and(product.sku(), quantity);
    }

    public OrderMother and(String sku, int quantity) {
        lines.add(new NewOrder.Line(Sku.of(sku), quantity, null, null, others.size()));
        return this;
    }

    /** What is added after this goes to another address. */
    public OrderMother to(String name, Address home) {
        return to(name, home, null);
    }

    public OrderMother to(String name, Address home, @Nullable LocalDate day) {
        others.add(new NewOrder.Destination(new Recipient(name, null, null, home), day, null));
        return this;
    }

    public OrderMother by(PaymentMethod paid) {
        method = paid;
        token = paid == PaymentMethod.CREDIT_CARD ? "tok" : null;
        return this;
    }

    public OrderMother paidByCard() {
        return by(PaymentMethod.CREDIT_CARD);
    }

    public OrderMother paidByTransfer() {
        return by(PaymentMethod.BANK_TRANSFER);
    }

    public OrderMother byPhone() {
        channel = "PHONE";
        return this;
    }

    public OrderMother withoutMail() {
        mail = false;
        return this;
    }

    /** As a shop decided it: so much off the goods, so much for shipping. */
    public OrderMother reducedBy(long discount, long shipping) {
        return costing(new NewOrder.FixedAmounts(Yen.of(shipping), Yen.ZERO, Yen.of(discount), Yen.ZERO, null));
    }

    /** As a shop decided it. */
    public OrderMother costing(NewOrder.FixedAmounts decided) {
        amounts = decided;
        return this;
    }

    public OrderMother atTheShop(ShopPayment payment) {
        method = PaymentMethod.CREDIT_CARD;
        shop = payment;
        return this;
    }

    public OrderMother from(CustomerNumber customerNumber) {
        customer = customerNumber;
        return this;
    }

    public OrderMother from(NewCustomer buyer) {
        person = buyer;
        return this;
    }

    /** The family name of the new customer. */
    public OrderMother family(String name) {
        family = name;
        return this;
    }

    public OrderMother livingAt(Address home) {
        address = home;
        return this;
    }

    /** The first parcel goes to somebody else than the buyer. */
    public OrderMother receivedBy(Recipient other) {
        recipient = other;
        return this;
    }

    public OrderMother remarking(String text) {
        note = text;
        return this;
    }

    public OrderMother requestedFor(LocalDate day) {
        requested = day;
        return this;
    }

    public OrderMother at(Instant time) {
        at = time;
        return this;
    }

    public OrderMother through(String shop) {
        channel = shop;
        return this;
    }

    public OrderMother numbered(String id) {
        channelId = id;
        return this;
    }

    public OrderMother redeeming(long points) {
        redemption = new Redemption(Yen.of(points), redemption.coupon());
        return this;
    }

    public OrderMother redeeming(String coupon) {
        redemption = new Redemption(redemption.points(), coupon);
        return this;
    }

    public OrderMother packed(Packing how) {
        packing = how;
        return this;
    }

    public OrderMother fromFile() {
        return fromFile("orders.csv", 2);
    }

    public OrderMother fromFile(String name, int line) {
        source = new NewOrder.Source(null, name, line);
        return this;
    }

    /** What has to be in the catalogue before. */
    List<ProductMother> products() {
        return List.copyOf(products);
    }

    public NewOrder build() {
        var destinations = new ArrayList<NewOrder.Destination>();
        destinations.add(new NewOrder.Destination(recipient, requested, null, packing));
        destinations.addAll(others);
        var order = new NewOrder(
                channel,
                channelId,
                at,
                null,
                buyer(),
                destinations,
                lines,
                new NewOrder.Payment(method, token, shop),
                amounts,
                note,
                source,
                null);
        return order.redeeming(redemption);
    }

    private NewOrder.Buyer buyer() {
        if (customer != null) {
            return new NewOrder.Known(customer);
        }
        return new NewOrder.Person(person == null ? CustomerMother.unmistakable(family, address, mail) : person);
    }
}
