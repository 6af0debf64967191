package jp.otodoke.desk.order.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.customers.ReviewCustomer;
import jp.otodoke.desk.order.api.OrderRequest.AddressPart;
import jp.otodoke.desk.order.api.OrderRequest.CustomerPart;
import jp.otodoke.desk.order.api.OrderRequest.DeliveryPart;
import jp.otodoke.desk.order.api.OrderRequest.GiftPart;
import jp.otodoke.desk.order.api.OrderRequest.LinePart;
import jp.otodoke.desk.order.api.OrderRequest.PaymentPart;
import jp.otodoke.loyalty.Redemption;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.Noshi;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.Packing;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.PlaceOrder;
import jp.otodoke.orders.Recipient;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.CardToken;
import jp.otodoke.payments.CardsOnFile;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
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

/** Converts a request into an order, or reports everything that is wrong with it. */
@Component
class OrderRequestReader {
    private static final int MOST_PIECES = 99_999;
    private static final int LONGEST_CODE = 50;
    private static final int LONGEST_NUMBER = 200;
    private static final int LONGEST_NOTE = 2000;
    private static final AddressPart NO_ADDRESS = new AddressPart(null, null, null, null, null);

    private final FindCustomer customers;
    private final ReviewCustomer reviewCustomer;
    private final Catalog catalog;
    private final BusinessClock clock;
    private final CurrentStaff staff;
    private final ObjectProvider<CardsOnFile> cards;

    OrderRequestReader(
            FindCustomer customers,
            ReviewCustomer reviewCustomer,
            Catalog catalog,
            BusinessClock clock,
            CurrentStaff staff,
            ObjectProvider<CardsOnFile> cards) {
        this.customers = customers;
        this.reviewCustomer = reviewCustomer;
        this.catalog = catalog;
        this.clock = clock;
        this.staff = staff;
        this.cards = cards;
    }

    NewOrder read(OrderRequest request) {
        var problems = new ArrayList<FieldProblem>();
        required("channel", request.channel(), problems);
        atMost(LONGEST_CODE, "channel", request.channel(), problems);
        atMost(LONGEST_NUMBER, "channelOrderId", request.channelOrderId(), problems);
        atMost(LONGEST_CODE, "mediaCode", request.mediaCode(), problems);
        atMost(LONGEST_NOTE, "note", request.note(), problems);
        var orderedAt = instant("orderedAt", request.orderedAt(), problems);
        if (orderedAt != null && orderedAt.isAfter(clock.instant().plus(PlaceOrder.AHEAD))) {
            problems.add(new FieldProblem("orderedAt", "invalid", BilingualText.of("order.problem.ordered-at")));
        }
        if (orderedAt != null && PlaceOrder.tooOld(orderedAt, clock.today())) {
            problems.add(
                    new FieldProblem("orderedAt", "invalid", BilingualText.of("order.problem.ordered-at.too-old")));
        }
        var known = known(request.customer());
        var buyer = buyer(request.customer(), problems);
        var destination = destination(request.delivery(), request.customer(), known, problems);
        var payment = payment(request.payment(), known == null ? null : known.number(), problems);
        var lines = lines(request.lines(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        var order = new NewOrder(
                TextNormalizer.clean(request.channel()),
                TextNormalizer.orNull(request.channelOrderId()),
                orderedAt,
                TextNormalizer.orNull(request.mediaCode()),
                Objects.requireNonNull(buyer),
                List.of(destination),
                lines,
                Objects.requireNonNull(payment),
                null,
                request.note(),
                null,
                null);
        var points = Yen.of(Objects.requireNonNullElse(request.points(), 0L));
        return order.redeeming(new Redemption(points, request.coupon()));
    }

    /**
     * Read last: an unknown product is refused when the lines are priced, and named here only beside other mistakes, so that
     * all are told at once.
     */
    List<NewOrder.Line> lines(@Nullable List<@Nullable LinePart> parts, List<FieldProblem> problems) {
        if (parts == null || parts.isEmpty()) {
            problems.add(new FieldProblem("lines", "required", BilingualText.of("order.problem.lines.required")));
            return List.of();
        }
        var mistakes = new ArrayList<FieldProblem>();
        var lines = lines(parts, sku -> true, mistakes);
        return mistakes.isEmpty() && problems.isEmpty() ? lines : lines(parts, known(parts)::contains, problems);
    }

    private List<NewOrder.Line> lines(
            List<@Nullable LinePart> parts, Predicate<Sku> known, List<FieldProblem> problems) {
        var lines = new ArrayList<NewOrder.Line>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (part == null) {
                problems.add(new FieldProblem(
                        "lines[" + i + "]", "required", BilingualText.of("order.problem.line.required")));
            } else if (sound(part, "lines[" + i + "]", known, problems)) {
                lines.add(new NewOrder.Line(
                        Sku.of(TextNormalizer.clean(part.sku())),
                        Objects.requireNonNull(part.quantity()),
                        part.unitPrice() == null ? null : Yen.of(part.unitPrice()),
                        null,
                        0));
            }
        }
        return lines;
    }

    private Set<Sku> known(List<@Nullable LinePart> parts) {
        var skus = new TreeSet<Sku>();
        for (var part : parts) {
            if (part != null && !TextNormalizer.clean(part.sku()).isBlank()) {
                skus.add(Sku.of(TextNormalizer.clean(part.sku())));
            }
        }
        return catalog.find(skus, clock.today()).keySet();
    }

    private boolean sound(LinePart part, String at, Predicate<Sku> known, List<FieldProblem> problems) {
        var before = problems.size();
        var quantity = part.quantity();
        if (TextNormalizer.clean(part.sku()).isBlank()) {
            problems.add(new FieldProblem(at + ".sku", "required", BilingualText.of("order.problem.sku.required")));
        } else if (!known.test(Sku.of(TextNormalizer.clean(part.sku())))) {
            problems.add(new FieldProblem(
                    at + ".sku", "unknown", BilingualText.of("order.problem.sku.unknown", part.sku())));
        }
        if (quantity == null) {
            problems.add(new FieldProblem(
                    at + ".quantity", "required", BilingualText.of("order.problem.quantity.required")));
        } else if (quantity < 1 || quantity > MOST_PIECES) {
            problems.add(new FieldProblem(
                    at + ".quantity", "invalid", BilingualText.of("order.problem.quantity", MOST_PIECES)));
        }
        if (part.unitPrice() != null
                && (part.unitPrice() < 0 || Yen.of(part.unitPrice()).isMoreThan(PlaceOrder.HIGHEST_PRICE))) {
            problems.add(new FieldProblem(at + ".unitPrice", "invalid", BilingualText.of("order.problem.unit-price")));
        } else if (part.unitPrice() != null && !staff.may(Permission.PRICES_EDIT)) {
            problems.add(new FieldProblem(
                    at + ".unitPrice", "not-allowed", BilingualText.of("order.problem.unit-price.forbidden")));
        }
        return problems.size() == before;
    }

    private NewOrder.@Nullable Payment payment(
            @Nullable PaymentPart part, @Nullable CustomerNumber customer, List<FieldProblem> problems) {
        if (part == null || TextNormalizer.blank(part.method())) {
            problems.add(
                    new FieldProblem("payment.method", "required", BilingualText.of("order.problem.method.required")));
            return null;
        }
        var method = method(part.method(), problems);
        if (method == PaymentMethod.CREDIT_CARD && TextNormalizer.blank(part.token()) && part.card() == null) {
            problems.add(
                    new FieldProblem("payment.token", "required", BilingualText.of("order.problem.token.required")));
        }
        var token = token(part, method, customer, problems);
        return method == null ? null : new NewOrder.Payment(method, token, ShopPayment.NONE);
    }

    /**
     * What stands for the card: the token that is given, or that of a card which the customer has paid with before.
     *
     * @param method as far as it is known
     * @param customer null for one who is new
     */
    @Nullable
    String token(
            PaymentPart part,
            @Nullable PaymentMethod method,
            @Nullable CustomerNumber customer,
            List<FieldProblem> problems) {
        var token = TextNormalizer.orNull(part.token());
        var card = part.card();
        if (card == null) {
            return token;
        }
        if (token != null || method != null && method != PaymentMethod.CREDIT_CARD) {
            problems.add(
                    new FieldProblem("payment.card", "invalid", BilingualText.of("order.problem.card.not-wanted")));
            return token;
        }
        var onFile = cards.getIfAvailable();
        var found = customer == null || onFile == null ? Optional.<CardToken>empty() : onFile.token(customer, card);
        if (found.isEmpty()) {
            problems.add(new FieldProblem(
                    "payment.card", "unknown", BilingualText.of("order.problem.card.unknown", String.valueOf(card))));
        }
        return found.map(CardToken::value).orElse(null);
    }

    @Nullable
    PaymentMethod method(@Nullable String code, List<FieldProblem> problems) {
        var method = Arrays.stream(PaymentMethod.values())
                .filter(m -> m.name().equals(code))
                .findFirst();
        if (method.isEmpty()) {
            problems.add(new FieldProblem(
                    "payment.method", "unknown", BilingualText.of("order.problem.method.unknown", code)));
        }
        return method.orElse(null);
    }

    private static @Nullable LocalDate date(String field, @Nullable String text, List<FieldProblem> problems) {
        if (TextNormalizer.blank(text)) {
            return null;
        }
        try {
            return CalendarRange.within(LocalDate.parse(TextNormalizer.clean(text)));
        } catch (DateTimeException e) {
            problems.add(new FieldProblem(field, "invalid", BilingualText.of("order.problem.date")));
            return null;
        }
    }

    /**
     * A requested delivery date in the past is settled by a person with the customer; one years ahead or long
     * past is a typing error.
     */
    @Nullable
    LocalDate deliveryDate(@Nullable String text, List<FieldProblem> problems) {
        var date = date("delivery.date", text, problems);
        var today = clock.today();
        if (date != null && date.isAfter(today.plusDays(PlaceOrder.LATEST_DELIVERY_DAYS_AHEAD))) {
            problems.add(new FieldProblem("delivery.date", "invalid", BilingualText.of("order.problem.date.too-far")));
        }
        if (date != null && PlaceOrder.longPast(date, today)) {
            problems.add(
                    new FieldProblem("delivery.date", "invalid", BilingualText.of("order.problem.delivery.long-past")));
        }
        return date;
    }

    @Nullable
    TimeSlot slot(@Nullable String code, List<FieldProblem> problems) {
        if (TextNormalizer.blank(code)) {
            return null;
        }
        var slot = TimeSlot.find(code);
        if (slot.isEmpty()) {
            problems.add(new FieldProblem("delivery.timeSlot", "unknown", BilingualText.of("order.problem.slot")));
        }
        return slot.orElse(null);
    }

    /** The destination after a change: a missing field leaves it unchanged, and an empty text removes it. */
    NewOrder.Destination changed(@Nullable DeliveryPart part, OrderDestination now, List<FieldProblem> problems) {
        var date = now.deliveryDate();
        var slot = TimeSlot.find(now.timeSlot()).orElse(null);
        if (part == null) {
            return new NewOrder.Destination(null, date, slot, now.packing());
        }
        var stays = new Recipient(now.name(), now.kana(), now.phone(), now.address());
        return new NewOrder.Destination(
                recipient(part, stays, problems),
                part.date() == null ? date : deliveryDate(part.date(), problems),
                part.timeSlot() == null ? slot : slot(part.timeSlot(), problems),
                packing(part, now.packing(), problems));
    }

    /** Null if no recipient is given. */
    private static @Nullable Recipient recipient(DeliveryPart part, Recipient otherwise, List<FieldProblem> problems) {
        var given = part.address() == null || part.address().empty() ? null : part.address();
        if (given == null
                && TextNormalizer.blank(part.name())
                && TextNormalizer.blank(part.kana())
                && TextNormalizer.blank(part.phone())) {
            return null;
        }
        var name = TextNormalizer.blank(part.name()) ? otherwise.name() : TextNormalizer.clean(part.name());
        return new Recipient(
                name,
                TextNormalizer.blank(part.kana()) ? kana(name, otherwise) : TextNormalizer.katakana(part.kana()),
                TextNormalizer.blank(part.phone()) ? otherwise.phone() : TextNormalizer.clean(part.phone()),
                given == null ? otherwise.address() : address("delivery.address", given, problems));
    }

    /** A new name does not keep the kana of the previous one. */
    private static @Nullable String kana(String name, Recipient otherwise) {
        return name.equals(otherwise.name()) ? otherwise.kana() : null;
    }

    private NewOrder.Destination destination(
            @Nullable DeliveryPart part,
            @Nullable CustomerPart customer,
            @Nullable CustomerSummary known,
            List<FieldProblem> problems) {
        if (part == null) {
            return new NewOrder.Destination(null, null, null);
        }
        var buyer = known != null
                ? new Recipient(known.name(), known.kana(), known.phone(), known.address())
                : atHome(customer);
        return new NewOrder.Destination(
                recipient(part, buyer, problems),
                deliveryDate(part.date(), problems),
                slot(part.timeSlot(), problems),
                packing(part, Packing.PLAIN, problems));
    }

    /** A customer who is not known yet; missing fields are reported elsewhere. */
    private static Recipient atHome(@Nullable CustomerPart customer) {
        if (customer == null) {
            return new Recipient("", null, null, address(NO_ADDRESS));
        }
        var address = customer.address() == null ? NO_ADDRESS : customer.address();
        return new Recipient(
                TextNormalizer.clean(customer.name()), customer.kana(), customer.phone(), address(address));
    }

    private static Packing packing(DeliveryPart part, Packing now, List<FieldProblem> problems) {
        var gift = part.gift() == null ? new GiftPart(null, null, null, null, null) : part.gift();
        var noshi = given(gift.noshi(), now.noshi());
        if (!noshi.isEmpty()
                && Arrays.stream(Noshi.values()).noneMatch(n -> n.name().equals(noshi))) {
            problems.add(
                    new FieldProblem("delivery.gift.noshi", "unknown", BilingualText.of("order.problem.noshi", noshi)));
        }
        return new Packing(
                gift.wrap() == null ? now.wrap() : gift.wrap(),
                noshi,
                given(gift.noshiTitle(), now.noshiTitle()),
                given(gift.noshiName(), now.noshiName()),
                given(gift.messageCard(), now.messageCard()),
                given(part.warehouseNote(), now.warehouseNote()),
                given(part.slipNote(), now.slipNote()));
    }

    private static String given(@Nullable String text, String otherwise) {
        return text == null ? otherwise : TextNormalizer.clean(text);
    }

    private @Nullable CustomerSummary known(@Nullable CustomerPart part) {
        return part == null ? null : number(part).flatMap(customers::find).orElse(null);
    }

    private static Optional<CustomerNumber> number(CustomerPart part) {
        return Optional.of(TextNormalizer.clean(part.number()))
                .filter(number -> !number.isBlank())
                .map(CustomerNumber::of);
    }

    private NewOrder.@Nullable Buyer buyer(@Nullable CustomerPart part, List<FieldProblem> problems) {
        if (part == null) {
            problems.add(new FieldProblem("customer", "required", BilingualText.of("order.problem.customer.required")));
            return null;
        }
        var number = number(part);
        if (number.isPresent()) {
            return buyer(number.get(), problems);
        }
        var address = part.address();
        if (address == null) {
            problems.add(new FieldProblem(
                    "customer.address", "required", BilingualText.of("order.problem.address.required")));
            return null;
        }
        var person = new NewCustomer(
                TextNormalizer.clean(part.name()),
                part.kana(),
                part.phone(),
                part.email(),
                date("customer.birthDate", part.birthDate(), problems),
                part.sex(),
                address(address),
                null);
        reviewCustomer.problems(person).forEach(p -> problems.add(p.at("customer." + p.field())));
        return new NewOrder.Person(person);
    }

    private NewOrder.Buyer buyer(CustomerNumber number, List<FieldProblem> problems) {
        if (customers.find(number).isEmpty()) {
            problems.add(new FieldProblem(
                    "customer.number", "unknown", BilingualText.of("order.problem.customer.unknown", number)));
        }
        return new NewOrder.Known(number);
    }

    private static Address address(String at, AddressPart part, List<FieldProblem> problems) {
        var postalCode = TextNormalizer.clean(part.postalCode());
        if (postalCode.isEmpty()) {
            problems.add(new FieldProblem(
                    at + ".postalCode", "required", BilingualText.of("order.problem.postal-code.required")));
        } else if (!PostalCode.valid(postalCode)) {
            problems.add(
                    new FieldProblem(at + ".postalCode", "invalid", BilingualText.of("order.problem.postal-code")));
        }
        required(at + ".prefecture", part.prefecture(), problems);
        required(at + ".city", part.city(), problems);
        required(at + ".line1", part.line1(), problems);
        return address(part);
    }

    private static Address address(AddressPart part) {
        return new Address(
                TextNormalizer.clean(part.postalCode()),
                TextNormalizer.clean(part.prefecture()),
                TextNormalizer.clean(part.city()),
                TextNormalizer.clean(part.line1()),
                TextNormalizer.clean(part.line2()));
    }

    /** With an offset, or without one as Japanese time. */
    private static @Nullable Instant instant(String field, @Nullable String text, List<FieldProblem> problems) {
        if (TextNormalizer.blank(text)) {
            return null;
        }
        try {
            var clean = TextNormalizer.clean(text);
            return CalendarRange.within(
                    clean.matches(".*(Z|[+-]\\d{2}:?\\d{2})$")
                            ? OffsetDateTime.parse(clean).toInstant()
                            : LocalDateTime.parse(clean)
                                    .atZone(BusinessClock.TOKYO)
                                    .toInstant());
        } catch (DateTimeException e) {
            problems.add(new FieldProblem(field, "invalid", BilingualText.of("order.problem.moment")));
            return null;
        }
    }

    private static void atMost(int longest, String field, @Nullable String text, List<FieldProblem> problems) {
        if (TextNormalizer.clean(text).length() > longest) {
            problems.add(new FieldProblem(field, "too-long", BilingualText.of("order.problem.too-long", longest)));
        }
    }

    private static void required(String field, @Nullable String text, List<FieldProblem> problems) {
        if (TextNormalizer.blank(text)) {
            problems.add(new FieldProblem(field, "required", BilingualText.of("order.problem.required")));
        }
    }
}
