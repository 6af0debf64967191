package jp.otodoke.subscriptions.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Recipient;
import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.PostalCode;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.subscriptions.ChangeSubscription;
import jp.otodoke.subscriptions.CheckItems;
import jp.otodoke.subscriptions.Item;
import jp.otodoke.subscriptions.NewSubscription;
import jp.otodoke.subscriptions.ReadRule;
import jp.otodoke.subscriptions.Scope;
import jp.otodoke.subscriptions.Wish;
import jp.otodoke.subscriptions.web.SubscriptionRequest.AddressPart;
import jp.otodoke.subscriptions.web.SubscriptionRequest.Change;
import jp.otodoke.subscriptions.web.SubscriptionRequest.DeliveryPart;
import jp.otodoke.subscriptions.web.SubscriptionRequest.ItemPart;
import jp.otodoke.subscriptions.web.SubscriptionRequest.PaymentPart;
import jp.otodoke.subscriptions.web.SubscriptionRequest.Start;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns requests into subscriptions and wishes, or reports everything that is wrong with them. */
@Component
class ReadSubscription {
    private static final String USUAL_CHANNEL = "WEB";
    private static final int LONGEST_CODE = 50;
    private static final int LONGEST_PART = 200;

    private final FindCustomer customers;
    private final CheckItems checkItems;
    private final Secrets secrets;

    ReadSubscription(FindCustomer customers, CheckItems checkItems, Secrets secrets) {
        this.customers = customers;
        this.checkItems = checkItems;
        this.secrets = secrets;
    }

    NewSubscription start(Start asked) {
        var problems = new ArrayList<FieldProblem>();
        var number = TextNormalizer.clean(asked.customer());
        if (number.isEmpty()) {
            problems.add(required("customer"));
        }
        var customer = number.isEmpty() ? null : CustomerNumber.of(number);
        var items = asked.items() == null ? List.<Item>of() : items("items", asked.items(), problems);
        var rule = ReadRule.of(asked.rule(), "rule", problems).orElse(null);
        var first = day("first", asked.first(), true, problems);
        var method = method(asked.payment(), problems);
        var slot = asked.delivery() == null ? null : slot(asked.delivery().timeSlot(), problems);
        var recipient = asked.delivery() == null
                ? null
                : recipient(
                        asked.delivery(),
                        customer == null ? null : customers.find(customer).orElse(null),
                        problems);
        if (!TextNormalizer.blank(asked.course())) {
            problems.add(new FieldProblem(
                    "course", "unknown", BilingualText.of("subscription.problem.course", asked.course())));
        }
        atMost(LONGEST_CODE, "mediaCode", asked.mediaCode(), problems);
        atMost(LONGEST_CODE, "channel", asked.channel(), problems);
        if (!problems.isEmpty()) {
            problems.addAll(alsoWrong(asked, customer, items));
            throw new InvalidInput(problems);
        }
        return new NewSubscription(
                TextNormalizer.blank(asked.channel()) ? USUAL_CHANNEL : TextNormalizer.clean(asked.channel()),
                TextNormalizer.orNull(asked.mediaCode()),
                Objects.requireNonNull(customer),
                items,
                Objects.requireNonNull(rule),
                Objects.requireNonNull(first),
                Objects.requireNonNull(method),
                asked.payment() == null
                        ? null
                        : TextNormalizer.orNull(asked.payment().token()),
                recipient,
                slot);
    }

    /** What would be refused next, so that all mistakes are told at once. */
    private List<FieldProblem> alsoWrong(Start asked, @Nullable CustomerNumber customer, List<Item> items) {
        var more = new ArrayList<FieldProblem>();
        if (customer != null && customers.find(customer).isEmpty()) {
            more.add(new FieldProblem(
                    "customer", "unknown", BilingualText.of("subscription.problem.customer", customer)));
        }
        if (asked.items() == null || items.size() == asked.items().size()) {
            checkItems.check(items, "items", more);
        }
        return more;
    }

    /** @param customer whose subscription it is */
    Wishes change(Change asked, CustomerNumber customer) {
        var problems = new ArrayList<FieldProblem>();
        var from = day("from", asked.from(), false, problems);
        var scope = from == null ? scope(asked.scope(), problems) : null;
        var wishes = new ArrayList<Wish>();
        if (asked.items() != null) {
            wishes.add(new Wish.Items(items("items", asked.items(), problems)));
        }
        if (asked.addItems() != null) {
            wishes.add(new Wish.Add(items("addItems", asked.addItems(), problems)));
        }
        if (asked.rule() != null) {
            var first = day("first", asked.first(), false, problems);
            if (ReadRule.of(asked.rule(), "rule", problems).isPresent()) {
                wishes.add(new Wish.OtherCycle(asked.rule(), first));
            }
        }
        if (asked.payment() != null) {
            payment(asked.payment(), problems).ifPresent(wishes::add);
        }
        if (asked.delivery() != null) {
            delivery(asked.delivery(), customer, wishes, problems);
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new Wishes(wishes, scope, from);
    }

    /** Either for a scope, or from a day on. */
    record Wishes(List<Wish> wishes, @Nullable Scope scope, @Nullable LocalDate from) {
        ChangeSubscription.Change in(ChangeSubscription change) {
            return from == null
                    ? change.wishes(wishes, Objects.requireNonNull(scope))
                    : change.wishesFrom(wishes, from);
        }
    }

    private void delivery(DeliveryPart asked, CustomerNumber customer, List<Wish> wishes, List<FieldProblem> problems) {
        var day = day("delivery.date", asked.date(), false, problems);
        if (day != null) {
            wishes.add(new Wish.Day(day));
        }
        if (asked.timeSlot() != null) {
            wishes.add(new Wish.At(slot(asked.timeSlot(), problems)));
        }
        if (asked.address() != null || asked.name() != null || asked.kana() != null || asked.phone() != null) {
            wishes.add(new Wish.To(recipient(asked, customers.find(customer).orElse(null), problems)));
        }
    }

    private Optional<Wish> payment(PaymentPart asked, List<FieldProblem> problems) {
        var method = method(asked, problems);
        var token = TextNormalizer.orNull(asked.token());
        if (method == PaymentMethod.CREDIT_CARD && token == null) {
            problems.add(new FieldProblem("payment.token", "required", BilingualText.of("subscription.problem.token")));
        }
        return method == null
                ? Optional.empty()
                : Optional.of(new Wish.PaidBy(
                        method, token == null || method != PaymentMethod.CREDIT_CARD ? null : secrets.encrypt(token)));
    }

    private static List<Item> items(String at, List<@Nullable ItemPart> parts, List<FieldProblem> problems) {
        var items = new ArrayList<Item>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var sku = part == null ? "" : TextNormalizer.clean(part.sku());
            var place = at + "[" + i + "]";
            if (sku.isEmpty()) {
                problems.add(required(place + ".sku"));
            }
            if (part == null || part.quantity() == null) {
                problems.add(required(place + ".quantity"));
            }
            if (!sku.isEmpty() && part != null && part.quantity() != null) {
                items.add(new Item(Sku.of(sku), part.quantity()));
            }
        }
        return items;
    }

    private static @Nullable PaymentMethod method(@Nullable PaymentPart part, List<FieldProblem> problems) {
        if (part == null || TextNormalizer.blank(part.method())) {
            problems.add(required("payment.method"));
            return null;
        }
        return one(PaymentMethod.values(), "payment.method", part.method(), problems);
    }

    private static @Nullable Scope scope(@Nullable String name, List<FieldProblem> problems) {
        if (TextNormalizer.blank(name)) {
            problems.add(required("scope"));
            return null;
        }
        return one(Scope.values(), "scope", name, problems);
    }

    static <E extends Enum<E>> @Nullable E one(
            E[] all, String field, @Nullable String name, List<FieldProblem> problems) {
        var found =
                Arrays.stream(all).filter(value -> value.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            problems.add(new FieldProblem(field, "unknown", BilingualText.of("subscription.problem.unknown", name)));
        }
        return found.orElse(null);
    }

    private static @Nullable TimeSlot slot(@Nullable String code, List<FieldProblem> problems) {
        if (TextNormalizer.blank(code)) {
            return null;
        }
        var slot = TimeSlot.find(code);
        if (slot.isEmpty()) {
            problems.add(new FieldProblem(
                    "delivery.timeSlot", "unknown", BilingualText.of("subscription.problem.unknown", code)));
        }
        return slot.orElse(null);
    }

    static @Nullable LocalDate day(
            String field, @Nullable String written, boolean needed, List<FieldProblem> problems) {
        if (TextNormalizer.blank(written)) {
            if (needed) {
                problems.add(required(field));
            }
            return null;
        }
        try {
            return CalendarRange.day(written);
        } catch (DateTimeException noDay) {
            problems.add(new FieldProblem(field, "invalid", BilingualText.of("schedule.problem.date")));
            return null;
        }
    }

    /** Null for the customer's own address. */
    private static @Nullable Recipient recipient(
            DeliveryPart asked, @Nullable CustomerSummary customer, List<FieldProblem> problems) {
        var given = asked.address() == null || asked.address().empty() ? null : asked.address();
        if (customer == null || given == null && TextNormalizer.blank(asked.name())) {
            return null;
        }
        for (var part : List.of("name", "kana", "phone")) {
            var text = part.equals("name") ? asked.name() : part.equals("kana") ? asked.kana() : asked.phone();
            atMost(LONGEST_PART, "delivery." + part, text, problems);
        }
        boolean somebodyElse = !TextNormalizer.blank(asked.name());
        return new Recipient(
                somebodyElse ? TextNormalizer.clean(asked.name()) : customer.name(),
                TextNormalizer.blank(asked.kana())
                        ? somebodyElse ? null : customer.kana()
                        : TextNormalizer.katakana(asked.kana()),
                TextNormalizer.blank(asked.phone()) ? customer.phone() : TextNormalizer.clean(asked.phone()),
                given == null ? customer.address() : address(given, problems));
    }

    private static Address address(AddressPart part, List<FieldProblem> problems) {
        var code = TextNormalizer.clean(part.postalCode());
        if (!PostalCode.valid(code)) {
            problems.add(new FieldProblem(
                    "delivery.address.postalCode",
                    code.isEmpty() ? "required" : "invalid",
                    BilingualText.of("subscription.problem.postal-code")));
        }
        needed("prefecture", part.prefecture(), problems);
        needed("city", part.city(), problems);
        needed("line1", part.line1(), problems);
        atMost(LONGEST_PART, "delivery.address.line2", part.line2(), problems);
        return new Address(
                code,
                TextNormalizer.clean(part.prefecture()),
                TextNormalizer.clean(part.city()),
                TextNormalizer.clean(part.line1()),
                TextNormalizer.clean(part.line2()));
    }

    private static void needed(String part, @Nullable String text, List<FieldProblem> problems) {
        if (TextNormalizer.blank(text)) {
            problems.add(required("delivery.address." + part));
        }
        atMost(LONGEST_PART, "delivery.address." + part, text, problems);
    }

    static void atMost(int most, String field, @Nullable String text, List<FieldProblem> problems) {
        if (text != null && text.length() > most) {
            problems.add(new FieldProblem(field, "too-long", BilingualText.of("subscription.problem.too-long", most)));
        }
    }

    static FieldProblem required(String field) {
        return new FieldProblem(field, "required", BilingualText.of("schedule.problem.required"));
    }
}
