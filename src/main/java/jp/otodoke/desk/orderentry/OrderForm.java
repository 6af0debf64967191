package jp.otodoke.desk.orderentry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * The form of a new order, as typed.
 *
 * @param token identifies the form; it creates one order, however often it is submitted
 * @param revision of the draft that this form is based on
 * @param medium a media code, or the number that was dialled
 * @param customer number of a known customer; blank for a new one
 * @param separateCustomer the new customer is not one of the similar known customers
 * @param to destinations; the first is the customer's own address unless it says otherwise
 * @param keptCard id of one of the customer's cards that pays in place of the token
 * @param points of the customer, one is a yen
 * @param coupon its code
 * @param shown the total that was shown last
 * @param confirmed fingerprint of the confirmation that was read out
 * @param asTyped keys of addresses that are right although they don't go with their postal code
 */
record OrderForm(
        @Nullable String token,
        @Nullable String revision,
        @Nullable String channel,
        @Nullable String medium,
        @Nullable String customer,
        @Nullable String name,
        @Nullable String kana,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String postalCode,
        @Nullable String prefecture,
        @Nullable String city,
        @Nullable String line1,
        @Nullable String line2,
        @Nullable Boolean separateCustomer,
        @Nullable List<@Nullable Line> lines,
        @Nullable List<@Nullable To> to,
        @Nullable String method,
        @Nullable String cardToken,
        @Nullable String keptCard,
        @Nullable String note,
        @Nullable String points,
        @Nullable String coupon,
        @Nullable String shown,
        @Nullable String confirmed,
        @Nullable List<String> asTyped) {
    private static final int ROWS = 5;

    /** @param to index of its destination, from 0 */
    record Line(@Nullable String sku, @Nullable String quantity, @Nullable String price, @Nullable String to) {
        static final Line EMPTY = new Line(null, null, null, null);

        boolean blank() {
            return TextNormalizer.blank(sku);
        }
    }

    /** @param other whether it is an address other than the customer's own */
    record To(
            @Nullable Boolean other,
            @Nullable String name,
            @Nullable String kana,
            @Nullable String phone,
            @Nullable String postalCode,
            @Nullable String prefecture,
            @Nullable String city,
            @Nullable String line1,
            @Nullable String line2,
            @Nullable String date,
            @Nullable String slot,
            @Nullable Boolean wrap,
            @Nullable String noshi,
            @Nullable String noshiTitle,
            @Nullable String noshiName,
            @Nullable String card,
            @Nullable String warehouseNote,
            @Nullable String slipNote) {
        static final To HOME = new To(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null);
        static final To ELSEWHERE = new To(
                true, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null);

        public boolean elsewhere() {
            return Boolean.TRUE.equals(other);
        }

        /** Whether anything about packing or remarks is filled in, so that the section is expanded. */
        public boolean specialRequests() {
            return Boolean.TRUE.equals(wrap)
                    || !TextNormalizer.blank(noshi)
                    || !TextNormalizer.blank(card)
                    || !TextNormalizer.blank(warehouseNote)
                    || !TextNormalizer.blank(slipNote);
        }

        public Address address() {
            return OrderForm.address(postalCode, prefecture, city, line1, line2);
        }
    }

    static OrderForm empty(String token) {
        return new OrderForm(
                token,
                "0",
                "PHONE",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(To.HOME),
                "CASH_ON_DELIVERY",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public boolean known() {
        return !TextNormalizer.blank(customer);
    }

    Optional<CustomerNumber> customerNumber() {
        return Optional.of(TextNormalizer.clean(customer))
                .filter(number -> !number.isBlank())
                .map(CustomerNumber::of);
    }

    /** Whether the form contains anything worth saving. */
    boolean begun() {
        return known()
                || !TextNormalizer.blank(name)
                || !TextNormalizer.blank(phone)
                || !TextNormalizer.blank(note)
                || rows().stream().anyMatch(l -> !l.blank());
    }

    /** With spare rows at the end. */
    public List<Line> rows() {
        var rows = new ArrayList<Line>();
        if (lines != null) {
            lines.forEach(line -> rows.add(Objects.requireNonNullElse(line, Line.EMPTY)));
        }
        while (rows.size() < ROWS || !rows.get(rows.size() - 1).blank()) {
            rows.add(Line.EMPTY);
        }
        return rows;
    }

    public List<To> destinations() {
        return to == null || to.isEmpty()
                ? List.of(To.HOME)
                : to.stream()
                        .map(destination -> Objects.requireNonNullElse(destination, To.HOME))
                        .toList();
    }

    /** Index of the destination that a row goes to. */
    public int destinationOf(Line line) {
        var index = TextNormalizer.clean(line.to());
        var number = index.matches("\\d{1,3}") ? Integer.parseInt(index) : 0;
        return number < destinations().size() ? number : 0;
    }

    NewCustomer person() {
        return new NewCustomer(
                TextNormalizer.clean(name), kana, phone, email, null, null, address(), TextNormalizer.orNull(medium));
    }

    public Address address() {
        return address(postalCode, prefecture, city, line1, line2);
    }

    OrderForm withCustomer(@Nullable String number) {
        return with(number, lines, to, method, cardToken);
    }

    OrderForm withDestination() {
        var destinations = new ArrayList<@Nullable To>(destinations());
        destinations.add(To.ELSEWHERE);
        return with(customer, lines, destinations, method, cardToken);
    }

    /** Lines of a removed destination go to the first one. */
    OrderForm withoutDestination(int index) {
        var destinations = new ArrayList<@Nullable To>(destinations());
        if (index <= 0 || index >= destinations.size()) {
            return this;
        }
        destinations.remove(index);
        var moved = rows().stream()
                .map(l -> new Line(l.sku(), l.quantity(), l.price(), String.valueOf(shifted(destinationOf(l), index))))
                .toList();
        return with(customer, new ArrayList<>(moved), destinations, method, cardToken);
    }

    OrderForm withGoods(List<Line> goods, List<To> destinations, String paidBy) {
        return with(customer, new ArrayList<>(goods), new ArrayList<>(destinations), paidBy, null);
    }

    OrderForm withPoints(Yen used) {
        return new OrderForm(
                token,
                revision,
                channel,
                medium,
                customer,
                name,
                kana,
                phone,
                email,
                postalCode,
                prefecture,
                city,
                line1,
                line2,
                separateCustomer,
                lines,
                to,
                method,
                cardToken,
                keptCard,
                note,
                used.isZero() ? null : String.valueOf(used.amount()),
                coupon,
                shown,
                null,
                asTyped);
    }

    OrderForm withCall(@Nullable String dialled) {
        return new OrderForm(
                token,
                revision,
                channel,
                dialled,
                customer,
                name,
                kana,
                phone,
                email,
                postalCode,
                prefecture,
                city,
                line1,
                line2,
                separateCustomer,
                lines,
                to,
                method,
                cardToken,
                keptCard,
                note,
                points,
                coupon,
                shown,
                confirmed,
                asTyped);
    }

    OrderForm withRevision(int known) {
        return new OrderForm(
                token,
                String.valueOf(known),
                channel,
                medium,
                customer,
                name,
                kana,
                phone,
                email,
                postalCode,
                prefecture,
                city,
                line1,
                line2,
                separateCustomer,
                lines,
                to,
                method,
                cardToken,
                keptCard,
                note,
                points,
                coupon,
                shown,
                null,
                asTyped);
    }

    /** A card token is a payment secret and is not saved in a draft. */
    OrderForm withoutSecrets() {
        return with(customer, lines, to, method, null);
    }

    private OrderForm with(
            @Nullable String number,
            @Nullable List<@Nullable Line> goods,
            @Nullable List<@Nullable To> destinations,
            @Nullable String paidBy,
            @Nullable String card) {
        return new OrderForm(
                token,
                revision,
                channel,
                medium,
                number,
                name,
                kana,
                phone,
                email,
                postalCode,
                prefecture,
                city,
                line1,
                line2,
                separateCustomer,
                goods,
                destinations,
                paidBy,
                card,
                // It is the customer's own.
                Objects.equals(number, customer) ? keptCard : null,
                note,
                points,
                coupon,
                shown,
                null,
                asTyped);
    }

    private static int shifted(int destination, int removed) {
        return destination == removed ? 0 : destination > removed ? destination - 1 : destination;
    }

    private static Address address(
            @Nullable String postalCode,
            @Nullable String prefecture,
            @Nullable String city,
            @Nullable String line1,
            @Nullable String line2) {
        return new Address(
                TextNormalizer.clean(postalCode),
                TextNormalizer.clean(prefecture),
                TextNormalizer.clean(city),
                TextNormalizer.clean(line1),
                TextNormalizer.clean(line2));
    }

    /** Indexes of the rows that are filled in. */
    List<Integer> filled() {
        var rows = rows();
        return IntStream.range(0, rows.size())
                .filter(row -> !rows.get(row).blank())
                .boxed()
                .toList();
    }
}
