package jp.otodoke.desk.order;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.otodoke.orders.ChangeOrder.Changes;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.OrderLine;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Recipient;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.PostalCode;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * The form that changes an order, as typed.
 *
 * @param seen the order's state when the form was opened, see {@link #mark()}
 * @param to the destination whose address, day and slot are in the form, counted from 1
 * @param destination of each row, counted from 1
 * @param asTyped keys of addresses that are right although they don't go with their postal code
 */
record ChangeForm(
        @Nullable String seen,
        @Nullable Integer to,
        @Nullable String name,
        @Nullable String kana,
        @Nullable String phone,
        @Nullable String postalCode,
        @Nullable String prefecture,
        @Nullable String city,
        @Nullable String line1,
        @Nullable String line2,
        @Nullable List<String> destination,
        @Nullable List<String> sku,
        @Nullable List<String> quantity,
        @Nullable String deliveryDate,
        @Nullable String timeSlot,
        @Nullable String method,
        @Nullable String cardToken,
        @Nullable String points,
        @Nullable String coupon,
        @Nullable List<String> asTyped) {
    private static final int SPARE_ROWS = 3;

    /** @param destination its number, counted from 1 */
    static ChangeForm of(EditableOrder order, int destination) {
        var number = existing(order, destination);
        var to = order.destinations().get(number - 1);
        var form = new ChangeForm(
                null,
                number,
                to.name(),
                to.kana(),
                to.phone(),
                to.address().postalCode(),
                to.address().prefecture(),
                to.address().city(),
                to.address().line1(),
                to.address().line2(),
                order.lines().stream().map(l -> String.valueOf(l.destination())).toList(),
                order.lines().stream().map(line -> line.sku().value()).toList(),
                order.lines().stream().map(l -> String.valueOf(l.quantity())).toList(),
                to.deliveryDate() == null ? "" : to.deliveryDate().toString(),
                to.timeSlot() == null ? "" : to.timeSlot(),
                order.method().name(),
                null,
                String.valueOf(order.totals().points().amount()),
                order.coupon() == null ? "" : order.coupon(),
                null);
        return form.marked(form.mark());
    }

    /** Distinguishes two states of an order. */
    private String mark() {
        return Integer.toHexString(hashCode());
    }

    boolean outdated(EditableOrder order) {
        return !TextNormalizer.clean(seen).equals(of(order, destinationNumber()).seen());
    }

    /** Counted from 1. */
    public int destinationNumber() {
        return to == null ? 1 : to;
    }

    private static int existing(EditableOrder order, int wanted) {
        return wanted < 1 || wanted > order.destinations().size() ? 1 : wanted;
    }

    int rows() {
        if (sku == null) {
            return SPARE_ROWS;
        }
        var filled = (int) sku.stream().filter(s -> !TextNormalizer.blank(s)).count();
        return Math.max(sku.size(), filled + SPARE_ROWS);
    }

    public String destinationAt(int row) {
        var given = at(destination, row);
        return given.isEmpty() ? "1" : given;
    }

    public String skuAt(int row) {
        return at(sku, row);
    }

    public String quantityAt(int row) {
        return at(quantity, row);
    }

    /**
     * The differences from the order; everything else stays unchanged.
     *
     * @throws InvalidInput naming what can't be read
     */
    Changes against(EditableOrder order) {
        var problems = new ArrayList<FieldProblem>();
        var lines = lines(order, problems);
        var place = existing(order, destinationNumber()) - 1;
        var to = order.destinations().get(place);
        var before = new Recipient(to.name(), to.kana(), to.phone(), to.address());
        var recipient = recipient();
        if (!recipient.equals(before)) {
            check(recipient, problems);
        }
        var date = date(problems);
        var otherPoints = otherPoints(order, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        var slot = TextNormalizer.clean(timeSlot);
        var chosen = chosenMethod();
        return new Changes(
                        sameLines(order, lines) ? null : lines,
                        place,
                        !Objects.equals(date, to.deliveryDate())
                                || !slot.equals(to.timeSlot() == null ? "" : to.timeSlot()),
                        date,
                        TimeSlot.find(slot).orElse(null),
                        recipient.equals(before) ? null : recipient,
                        chosen == order.method() ? null : chosen,
                        TextNormalizer.orNull(cardToken))
                .redeeming(otherPoints, otherCoupon(order));
    }

    /** Null if they are as before, or not in the form. */
    private @Nullable Yen otherPoints(EditableOrder order, List<FieldProblem> problems) {
        if (points == null) {
            return null;
        }
        var typed = TextNormalizer.clean(points).replace(",", "");
        if (!typed.matches("\\d{0,9}")) {
            problems.add(problem("points", "invalid"));
            return null;
        }
        var wanted = Yen.of(typed.isEmpty() ? 0 : Long.parseLong(typed));
        return wanted.equals(order.totals().points()) ? null : wanted;
    }

    private @Nullable String otherCoupon(EditableOrder order) {
        if (coupon == null) {
            return null;
        }
        var typed = TextNormalizer.clean(coupon);
        return typed.equalsIgnoreCase(Objects.requireNonNullElse(order.coupon(), "")) ? null : typed;
    }

    static boolean nothing(Changes changes) {
        return !changes.deliveryGiven()
                && Stream.of(
                                changes.lines(),
                                changes.recipient(),
                                changes.method(),
                                changes.cardToken(),
                                changes.points(),
                                changes.coupon())
                        .allMatch(Objects::isNull);
    }

    /** Lines already ordered keep their price and name. */
    private List<NewOrder.Line> lines(EditableOrder order, List<FieldProblem> problems) {
        var lines = new ArrayList<NewOrder.Line>();
        for (int row = 0; sku != null && row < sku.size(); row++) {
            var count = quantityAt(row).isEmpty() ? "1" : quantityAt(row);
            if (skuAt(row).isEmpty() || count.equals("0")) {
                continue;
            }
            if (!count.matches("\\d{1,5}")) {
                problems.add(problem("lines[" + lines.size() + "].quantity", "invalid"));
                continue;
            }
            var to = destination(row, order);
            var ordered = find(order, row, to);
            lines.add(new NewOrder.Line(
                    Sku.of(skuAt(row)),
                    Integer.parseInt(count),
                    ordered == null ? null : ordered.unitPrice(),
                    ordered == null ? null : ordered.name(),
                    to - 1));
        }
        if (lines.isEmpty() && problems.isEmpty()) {
            problems.add(problem("lines", "required"));
        }
        return lines;
    }

    private @Nullable OrderLine find(EditableOrder order, int row, int to) {
        Predicate<OrderLine> same = l -> l.sku().value().equals(skuAt(row)) && l.destination() == to;
        var all = order.lines();
        return row < all.size() && same.test(all.get(row))
                ? all.get(row)
                : all.stream().filter(same).findFirst().orElse(null);
    }

    private int destination(int row, EditableOrder order) {
        var given = destinationAt(row);
        return existing(order, given.matches("\\d{1,3}") ? Integer.parseInt(given) : 1);
    }

    private static boolean sameLines(EditableOrder order, List<NewOrder.Line> lines) {
        return lines.stream()
                .map(l -> List.of(l.destination() + 1, l.sku(), l.quantity()))
                .toList()
                .equals(order.lines().stream()
                        .map(l -> List.of(l.destination(), l.sku(), l.quantity()))
                        .toList());
    }

    private Recipient recipient() {
        return new Recipient(
                TextNormalizer.clean(name), TextNormalizer.clean(kana), TextNormalizer.clean(phone), address());
    }

    public Address address() {
        return new Address(
                TextNormalizer.clean(postalCode),
                TextNormalizer.clean(prefecture),
                TextNormalizer.clean(city),
                TextNormalizer.clean(line1),
                TextNormalizer.clean(line2));
    }

    private static void check(Recipient recipient, List<FieldProblem> problems) {
        var address = recipient.address();
        required("name", recipient.name(), problems);
        if (!PostalCode.valid(address.postalCode())) {
            problems.add(problem("postalCode", "invalid"));
        }
        required("prefecture", address.prefecture(), problems);
        required("city", address.city(), problems);
        required("line1", address.line1(), problems);
    }

    private @Nullable LocalDate date(List<FieldProblem> problems) {
        try {
            return TextNormalizer.blank(deliveryDate) ? null : CalendarRange.day(deliveryDate);
        } catch (DateTimeException e) {
            problems.add(problem("deliveryDate", "invalid"));
            return null;
        }
    }

    private @Nullable PaymentMethod chosenMethod() {
        return Arrays.stream(PaymentMethod.values())
                .filter(m -> m.name().equals(TextNormalizer.clean(method)))
                .findFirst()
                .orElse(null);
    }

    private static void required(String field, String text, List<FieldProblem> problems) {
        if (text.isEmpty()) {
            problems.add(problem(field, "required"));
        }
    }

    private static FieldProblem problem(String field, String code) {
        var key = field.replaceFirst("\\[\\d+]", "");
        return new FieldProblem(field, code, BilingualText.of("orderchange." + key + "." + code));
    }

    private ChangeForm marked(String mark) {
        return new ChangeForm(
                mark,
                to,
                name,
                kana,
                phone,
                postalCode,
                prefecture,
                city,
                line1,
                line2,
                destination,
                sku,
                quantity,
                deliveryDate,
                timeSlot,
                method,
                cardToken,
                points,
                coupon,
                asTyped);
    }

    private static String at(@Nullable List<String> cells, int row) {
        return cells == null || row >= cells.size() ? "" : TextNormalizer.clean(cells.get(row));
    }
}
