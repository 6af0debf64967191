package jp.otodoke.desk.orderentry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.otodoke.desk.orderentry.OrderForm.Line;
import jp.otodoke.desk.orderentry.OrderForm.To;
import jp.otodoke.loyalty.Redemption;
import jp.otodoke.media.Media;
import jp.otodoke.media.Medium;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.Noshi;
import jp.otodoke.orders.Packing;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Recipient;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.CardToken;
import jp.otodoke.payments.CardsOnFile;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.PostalCode;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Converts the submitted form into an order and reports what can't be read; business rules are checked later. */
@Component
class ReadOrderForm {
    private final Media media;
    private final CurrentStaff staff;
    private final ObjectProvider<CardsOnFile> cards;

    ReadOrderForm(Media media, CurrentStaff staff, ObjectProvider<CardsOnFile> cards) {
        this.media = media;
        this.staff = staff;
        this.cards = cards;
    }

    /** @param problems if there are any, the order is only usable for a preview */
    NewOrder read(OrderForm form, List<FieldProblem> problems) {
        var destinations = new ArrayList<NewOrder.Destination>();
        for (int i = 0; i < form.destinations().size(); i++) {
            destinations.add(destination(i, form.destinations().get(i), problems));
        }
        var lines = new ArrayList<NewOrder.Line>();
        for (int row : form.filled()) {
            lines.add(line(form, row, problems));
        }
        for (int i = 1; i < form.destinations().size(); i++) {
            var destination = i;
            if (lines.stream().noneMatch(l -> l.destination() == destination)) {
                problems.add(problem("to[" + i + "].name", "to.empty", i + 1));
            }
        }
        var order = new NewOrder(
                TextNormalizer.blank(form.channel()) ? "PHONE" : TextNormalizer.clean(form.channel()),
                null,
                null,
                media.find(form.medium()).map(Medium::code).orElse(TextNormalizer.orNull(form.medium())),
                form.customerNumber()
                        .<NewOrder.Buyer>map(NewOrder.Known::new)
                        .orElseGet(() -> new NewOrder.Person(form.person())),
                destinations,
                lines,
                new NewOrder.Payment(method(form), token(form, problems), ShopPayment.NONE),
                null,
                TextNormalizer.orNull(form.note()),
                null,
                null);
        return order.redeeming(new Redemption(points(form, problems), form.coupon()));
    }

    /** The cards that the customer may pay by without giving one. */
    List<CardsOnFile.Card> cards(OrderForm form) {
        var onFile = cards.getIfAvailable();
        return onFile == null
                ? List.of()
                : form.customerNumber().map(onFile::usable).orElse(List.of());
    }

    /** That of the card that is chosen, or else the one that is typed. */
    private @Nullable String token(OrderForm form, List<FieldProblem> problems) {
        var chosen = TextNormalizer.clean(form.keptCard());
        if (chosen.isEmpty() || method(form) != PaymentMethod.CREDIT_CARD) {
            return TextNormalizer.orNull(form.cardToken());
        }
        var onFile = cards.getIfAvailable();
        var token = onFile == null || !chosen.matches("\\d{1,18}")
                ? Optional.<CardToken>empty()
                : form.customerNumber().flatMap(customer -> onFile.token(customer, Long.parseLong(chosen)));
        if (token.isEmpty()) {
            problems.add(problem("payment.card", "card"));
        }
        return token.map(CardToken::value).orElse(null);
    }

    private Yen points(OrderForm form, List<FieldProblem> problems) {
        var typed = TextNormalizer.clean(form.points()).replace(",", "");
        if (typed.isEmpty()) {
            return Yen.ZERO;
        }
        if (!typed.matches("\\d{1,9}")) {
            problems.add(problem("points", "points"));
            return Yen.ZERO;
        }
        return Yen.of(Long.parseLong(typed));
    }

    FieldProblem problem(String field, String key, @Nullable Object... arguments) {
        return new FieldProblem(field, key, BilingualText.of("entry.problem." + key, arguments));
    }

    private NewOrder.Line line(OrderForm form, int row, List<FieldProblem> problems) {
        var line = form.rows().get(row);
        return new NewOrder.Line(
                Sku.of(TextNormalizer.clean(line.sku())),
                quantity(row, line, problems),
                price(row, line, problems),
                null,
                form.destinationOf(line));
    }

    private int quantity(int row, Line line, List<FieldProblem> problems) {
        var typed = TextNormalizer.clean(line.quantity());
        if (typed.isEmpty()) {
            return 1;
        }
        if (!typed.matches("0*[1-9]\\d{0,4}")) {
            problems.add(problem("lines[" + row + "].quantity", "quantity"));
            return 1;
        }
        return Integer.parseInt(typed);
    }

    private @Nullable Yen price(int row, Line line, List<FieldProblem> problems) {
        var typed = TextNormalizer.clean(line.price()).replaceAll("[¥￥\\\\,円]", "");
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("\\d{1,9}")) {
            problems.add(problem("lines[" + row + "].price", "price"));
            return null;
        }
        if (!staff.may(Permission.PRICES_EDIT)) {
            problems.add(problem("lines[" + row + "].price", "price.not-allowed"));
        }
        return Yen.of(Long.parseLong(typed));
    }

    private NewOrder.Destination destination(int index, To destination, List<FieldProblem> problems) {
        var at = "to[" + index + "].";
        return new NewOrder.Destination(
                destination.elsewhere() ? recipient(at, destination, problems) : null,
                date(at, destination, problems),
                TimeSlot.find(TextNormalizer.clean(destination.slot())).orElse(null),
                packing(at, destination, problems));
    }

    private Recipient recipient(String at, To destination, List<FieldProblem> problems) {
        var address = destination.address();
        required(at + "name", destination.name(), problems);
        if (!PostalCode.valid(TextNormalizer.clean(destination.postalCode()))) {
            problems.add(problem(at + "postalCode", "postalCode"));
        }
        required(at + "prefecture", address.prefecture(), problems);
        required(at + "city", address.city(), problems);
        required(at + "line1", address.line1(), problems);
        return new Recipient(
                TextNormalizer.clean(destination.name()),
                TextNormalizer.orNull(TextNormalizer.katakana(destination.kana())),
                TextNormalizer.orNull(destination.phone()),
                address);
    }

    private @Nullable LocalDate date(String at, To destination, List<FieldProblem> problems) {
        try {
            return TextNormalizer.blank(destination.date()) ? null : CalendarRange.day(destination.date());
        } catch (DateTimeException e) {
            problems.add(problem(at + "date", "date"));
            return null;
        }
    }

    private Packing packing(String at, To destination, List<FieldProblem> problems) {
        var noshi = TextNormalizer.clean(destination.noshi());
        var known = noshi.isEmpty()
                || Arrays.stream(Noshi.values()).anyMatch(n -> n.name().equals(noshi));
        if (noshi.isEmpty()
                && !(TextNormalizer.blank(destination.noshiTitle()) && TextNormalizer.blank(destination.noshiName()))) {
            problems.add(problem(at + "noshi", "noshi"));
        }
        return new Packing(
                Boolean.TRUE.equals(destination.wrap()),
                known ? noshi : "",
                TextNormalizer.clean(destination.noshiTitle()),
                TextNormalizer.clean(destination.noshiName()),
                TextNormalizer.clean(destination.card()),
                TextNormalizer.clean(destination.warehouseNote()),
                TextNormalizer.clean(destination.slipNote()));
    }

    private static PaymentMethod method(OrderForm form) {
        return Arrays.stream(PaymentMethod.values())
                .filter(m -> m.name().equals(TextNormalizer.clean(form.method())))
                .findFirst()
                .orElse(PaymentMethod.CASH_ON_DELIVERY);
    }

    private void required(String field, @Nullable String text, List<FieldProblem> problems) {
        if (TextNormalizer.blank(text)) {
            problems.add(problem(field, "required." + field.replaceFirst(".*\\.", "")));
        }
    }
}
