package jp.otodoke.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Text;
import jp.otodoke.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/** What stands in the form of a new order, as typed. */
record OrderForm(
        @Nullable String token,
        @Nullable String channel,
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
        @Nullable List<String> sku,
        @Nullable List<String> quantity,
        @Nullable String deliveryDate,
        @Nullable String timeSlot,
        @Nullable String method,
        @Nullable String cardToken,
        @Nullable String note) {
    static final int ROWS = 6;

    static OrderForm empty(String token, @Nullable String customer) {
        return new OrderForm(
                token,
                "PHONE",
                customer,
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
                List.of(),
                null,
                null,
                "CASH_ON_DELIVERY",
                null,
                null);
    }

    public boolean known() {
        return !Text.blank(customer);
    }

    public String skuAt(int row) {
        return at(sku, row);
    }

    public String quantityAt(int row) {
        return at(quantity, row);
    }

    NewCustomer person() {
        return new NewCustomer(Text.clean(name), kana, phone, email, null, null, address(), null);
    }

    Address address() {
        return new Address(
                Text.clean(postalCode), Text.clean(prefecture), Text.clean(city), Text.clean(line1), Text.clean(line2));
    }

    /** @throws InvalidInput naming what can't be read; the rest is for the use case to say */
    NewOrder order() {
        var problems = new ArrayList<FieldProblem>();
        var lines = lines(problems);
        var date = date(problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        var buyer = known() ? new NewOrder.Known(Text.clean(customer)) : new NewOrder.Person(person());
        return new NewOrder(
                Text.blank(channel) ? "PHONE" : Text.clean(channel),
                null,
                null,
                null,
                buyer,
                List.of(new NewOrder.Destination(
                        null, date, TimeSlot.find(timeSlot).orElse(null))),
                lines,
                new NewOrder.Payment(
                        PaymentMethod.valueOf(Text.clean(method)), Text.orNull(cardToken), ShopPayment.NONE),
                null,
                Text.orNull(note),
                null,
                null);
    }

    private List<NewOrder.Line> lines(List<FieldProblem> problems) {
        var lines = new ArrayList<NewOrder.Line>();
        for (int row = 0; row < ROWS; row++) {
            if (!skuAt(row).isEmpty()) {
                var count = quantityAt(row).isEmpty() ? "1" : quantityAt(row);
                if (count.matches("\\d{1,5}")) {
                    lines.add(new NewOrder.Line(skuAt(row), Integer.parseInt(count), null, null, 0));
                } else {
                    problems.add(new FieldProblem("lines[" + row + "].quantity", "invalid", "数量は整数で入力してください"));
                }
            }
        }
        return lines;
    }

    private @Nullable LocalDate date(List<FieldProblem> problems) {
        try {
            return Text.blank(deliveryDate) ? null : LocalDate.parse(Text.clean(deliveryDate));
        } catch (DateTimeParseException e) {
            problems.add(new FieldProblem("deliveryDate", "invalid", "お届け希望日を読み取れません"));
            return null;
        }
    }

    private static String at(@Nullable List<String> cells, int row) {
        return cells == null || row >= cells.size() ? "" : Text.clean(cells.get(row));
    }
}
