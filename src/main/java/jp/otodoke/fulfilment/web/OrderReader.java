package jp.otodoke.fulfilment.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.customers.CustomerCard;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.customers.ReviewCustomer;
import jp.otodoke.fulfilment.web.OrderRequest.AddressPart;
import jp.otodoke.fulfilment.web.OrderRequest.CustomerPart;
import jp.otodoke.fulfilment.web.OrderRequest.DeliveryPart;
import jp.otodoke.fulfilment.web.OrderRequest.GiftPart;
import jp.otodoke.fulfilment.web.OrderRequest.LinePart;
import jp.otodoke.fulfilment.web.OrderRequest.PaymentPart;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.Noshi;
import jp.otodoke.orders.Packing;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.PlaceOrder;
import jp.otodoke.orders.Recipient;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.PostalCode;
import jp.otodoke.shared.Text;
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what a program sent into an order, or names everything that is wrong with it. */
@Component
class OrderReader {
    private static final int MOST_PIECES = 99_999;
    private static final int LONGEST_CODE = 50;
    private static final int LONGEST_NUMBER = 200;
    private static final int LONGEST_NOTE = 2000;

    private final FindCustomer customers;
    private final ReviewCustomer reviewCustomer;
    private final Catalog catalog;
    private final BusinessClock clock;

    OrderReader(FindCustomer customers, ReviewCustomer reviewCustomer, Catalog catalog, BusinessClock clock) {
        this.customers = customers;
        this.reviewCustomer = reviewCustomer;
        this.catalog = catalog;
        this.clock = clock;
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
            problems.add(new FieldProblem("orderedAt", "invalid", "受注日時は24時間より先にできません"));
        }
        var known = known(request.customer());
        var buyer = buyer(request.customer(), problems);
        var destination = destination(request.delivery(), request.customer(), known, problems);
        var payment = payment(request.payment(), problems);
        var lines = lines(request.lines(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new NewOrder(
                Text.clean(request.channel()),
                Text.orNull(request.channelOrderId()),
                orderedAt,
                Text.orNull(request.mediaCode()),
                java.util.Objects.requireNonNull(buyer),
                List.of(destination),
                lines,
                java.util.Objects.requireNonNull(payment),
                null,
                request.note(),
                null,
                null);
    }

    List<NewOrder.Line> lines(@Nullable List<@Nullable LinePart> parts, List<FieldProblem> problems) {
        var lines = new ArrayList<NewOrder.Line>();
        if (parts == null || parts.isEmpty()) {
            problems.add(new FieldProblem("lines", "required", "明細が1行以上必要です"));
            return lines;
        }
        var known = known(parts);
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (part == null) {
                problems.add(new FieldProblem("lines[" + i + "]", "required", "明細の内容が必要です"));
            } else if (sound(part, "lines[" + i + "]", known, problems)) {
                lines.add(new NewOrder.Line(
                        Text.clean(part.sku()),
                        java.util.Objects.requireNonNull(part.quantity()),
                        part.unitPrice() == null ? null : Yen.of(part.unitPrice()),
                        null,
                        0));
            }
        }
        return lines;
    }

    private java.util.Set<String> known(List<@Nullable LinePart> parts) {
        var skus = new java.util.TreeSet<String>();
        for (var part : parts) {
            if (part != null && !Text.blank(part.sku())) {
                skus.add(Text.clean(part.sku()));
            }
        }
        return catalog.find(skus, clock.today()).keySet();
    }

    private static boolean sound(LinePart part, String at, java.util.Set<String> known, List<FieldProblem> problems) {
        var before = problems.size();
        var quantity = part.quantity();
        if (Text.blank(part.sku())) {
            problems.add(new FieldProblem(at + ".sku", "required", "商品コードが必要です"));
        } else if (!known.contains(Text.clean(part.sku()))) {
            problems.add(new FieldProblem(at + ".sku", "unknown", "商品コード「%s」は登録されていません".formatted(part.sku())));
        }
        if (quantity == null) {
            problems.add(new FieldProblem(at + ".quantity", "required", "数量が必要です"));
        } else if (quantity < 1 || quantity > MOST_PIECES) {
            problems.add(new FieldProblem(at + ".quantity", "invalid", "数量は1から%dまでの整数です".formatted(MOST_PIECES)));
        }
        if (part.unitPrice() != null && (part.unitPrice() < 0 || part.unitPrice() > PlaceOrder.HIGHEST_PRICE)) {
            problems.add(new FieldProblem(at + ".unitPrice", "invalid", "単価は0円以上、10億円未満です"));
        }
        return problems.size() == before;
    }

    NewOrder.@Nullable Payment payment(@Nullable PaymentPart part, List<FieldProblem> problems) {
        if (part == null || Text.blank(part.method())) {
            problems.add(new FieldProblem("payment.method", "required", "支払方法が必要です"));
            return null;
        }
        var method = method(part.method(), problems);
        if (method == PaymentMethod.CREDIT_CARD && Text.blank(part.token())) {
            problems.add(new FieldProblem("payment.token", "required", "カード払いにはトークンが必要です"));
        }
        return method == null ? null : new NewOrder.Payment(method, Text.orNull(part.token()), ShopPayment.NONE);
    }

    @Nullable
    PaymentMethod method(@Nullable String code, List<FieldProblem> problems) {
        var method = Arrays.stream(PaymentMethod.values())
                .filter(m -> m.name().equals(code))
                .findFirst();
        if (method.isEmpty()) {
            problems.add(new FieldProblem("payment.method", "unknown", "支払方法「%s」はありません".formatted(code)));
        }
        return method.orElse(null);
    }

    private static @Nullable LocalDate date(String field, @Nullable String text, List<FieldProblem> problems) {
        if (Text.blank(text)) {
            return null;
        }
        try {
            return LocalDate.parse(Text.clean(text));
        } catch (DateTimeException e) {
            problems.add(new FieldProblem(field, "invalid", "日付は 2026-12-01 の形です"));
            return null;
        }
    }

    /** A wished day that has passed is for a person to settle with the customer; one years ahead is a slip. */
    @Nullable
    LocalDate wish(@Nullable String text, List<FieldProblem> problems) {
        var date = date("delivery.date", text, problems);
        if (date != null && date.isAfter(clock.today().plusDays(PlaceOrder.LATEST_WISH_DAYS))) {
            problems.add(new FieldProblem("delivery.date", "invalid", "お届け希望日は1年先までです"));
        }
        return date;
    }

    @Nullable
    TimeSlot slot(@Nullable String code, List<FieldProblem> problems) {
        if (Text.blank(code)) {
            return null;
        }
        var slot = TimeSlot.find(code);
        if (slot.isEmpty()) {
            problems.add(new FieldProblem("delivery.timeSlot", "unknown", "時間帯は AM, 1416, 1618, 1820, 1921 です"));
        }
        return slot.orElse(null);
    }

    @Nullable
    Recipient recipient(
            DeliveryPart part,
            String name,
            @Nullable String kana,
            @Nullable String phone,
            List<FieldProblem> problems) {
        var given = part.address();
        if (given == null || given.empty()) {
            return null;
        }
        var address = address("delivery.address", given, problems);
        return new Recipient(
                Text.blank(part.name()) ? name : Text.clean(part.name()),
                Text.blank(part.kana()) ? kana : Text.katakana(part.kana()),
                Text.blank(part.phone()) ? phone : Text.clean(part.phone()),
                address);
    }

    private NewOrder.Destination destination(
            @Nullable DeliveryPart part,
            @Nullable CustomerPart customer,
            @Nullable CustomerCard known,
            List<FieldProblem> problems) {
        if (part == null) {
            return new NewOrder.Destination(null, null, null);
        }
        var name = known != null ? known.name() : customer == null ? "" : Text.clean(customer.name());
        var kana = known != null ? known.kana() : customer == null ? null : customer.kana();
        var phone = known != null ? known.phone() : customer == null ? null : customer.phone();
        return new NewOrder.Destination(
                recipient(part, name, kana, phone, problems),
                wish(part.date(), problems),
                slot(part.timeSlot(), problems),
                packing(part, problems));
    }

    private static Packing packing(DeliveryPart part, List<FieldProblem> problems) {
        var gift = part.gift() == null ? new GiftPart(null, null, null, null, null) : part.gift();
        var noshi = Text.clean(gift.noshi());
        if (!noshi.isEmpty()
                && Arrays.stream(Noshi.values()).noneMatch(n -> n.name().equals(noshi))) {
            problems.add(new FieldProblem("delivery.gift.noshi", "unknown", "のし「%s」はありません".formatted(noshi)));
        }
        return new Packing(
                Boolean.TRUE.equals(gift.wrap()),
                noshi,
                Text.clean(gift.noshiTitle()),
                Text.clean(gift.noshiName()),
                Text.clean(gift.messageCard()),
                Text.clean(part.warehouseNote()),
                Text.clean(part.slipNote()));
    }

    private @Nullable CustomerCard known(@Nullable CustomerPart part) {
        return part == null || Text.blank(part.number())
                ? null
                : customers.find(Text.clean(part.number())).orElse(null);
    }

    private NewOrder.@Nullable Buyer buyer(@Nullable CustomerPart part, List<FieldProblem> problems) {
        if (part == null) {
            problems.add(new FieldProblem("customer", "required", "顧客番号か、新しいお客様の情報が必要です"));
            return null;
        }
        if (!Text.blank(part.number())) {
            return buyer(Text.clean(part.number()), problems);
        }
        var address = part.address();
        if (address == null) {
            problems.add(new FieldProblem("customer.address", "required", "住所が必要です"));
            return null;
        }
        var person = new NewCustomer(
                Text.clean(part.name()),
                part.kana(),
                part.phone(),
                part.email(),
                date("customer.birthDate", part.birthDate(), problems),
                part.sex(),
                address(address),
                null);
        reviewCustomer
                .problems(person)
                .forEach(p -> problems.add(new FieldProblem("customer." + p.field(), p.code(), p.message())));
        return new NewOrder.Person(person);
    }

    private NewOrder.Buyer buyer(String number, List<FieldProblem> problems) {
        if (customers.find(number).isEmpty()) {
            problems.add(new FieldProblem("customer.number", "unknown", "顧客番号「%s」は登録されていません".formatted(number)));
        }
        return new NewOrder.Known(number);
    }

    private static Address address(String at, AddressPart part, List<FieldProblem> problems) {
        var postalCode = Text.clean(part.postalCode());
        if (postalCode.isEmpty()) {
            problems.add(new FieldProblem(at + ".postalCode", "required", "郵便番号が必要です"));
        } else if (!PostalCode.valid(postalCode)) {
            problems.add(new FieldProblem(at + ".postalCode", "invalid", "郵便番号は7桁の数字です"));
        }
        required(at + ".prefecture", part.prefecture(), problems);
        required(at + ".city", part.city(), problems);
        required(at + ".line1", part.line1(), problems);
        return address(part);
    }

    private static Address address(AddressPart part) {
        return new Address(
                Text.clean(part.postalCode()),
                Text.clean(part.prefecture()),
                Text.clean(part.city()),
                Text.clean(part.line1()),
                Text.clean(part.line2()));
    }

    /** With an offset, or without one as Japanese time. */
    private static @Nullable Instant instant(String field, @Nullable String text, List<FieldProblem> problems) {
        if (Text.blank(text)) {
            return null;
        }
        try {
            var clean = Text.clean(text);
            return clean.matches(".*(Z|[+-]\\d{2}:?\\d{2})$")
                    ? OffsetDateTime.parse(clean).toInstant()
                    : LocalDateTime.parse(clean).atZone(BusinessClock.TOKYO).toInstant();
        } catch (DateTimeException e) {
            problems.add(new FieldProblem(field, "invalid", "日時は 2026-11-22T10:00:00+09:00 の形です"));
            return null;
        }
    }

    private static void atMost(int longest, String field, @Nullable String text, List<FieldProblem> problems) {
        if (Text.clean(text).length() > longest) {
            problems.add(new FieldProblem(field, "too-long", "%d文字までです".formatted(longest)));
        }
    }

    private static void required(String field, @Nullable String text, List<FieldProblem> problems) {
        if (Text.blank(text)) {
            problems.add(new FieldProblem(field, "required", "必須です"));
        }
    }
}
