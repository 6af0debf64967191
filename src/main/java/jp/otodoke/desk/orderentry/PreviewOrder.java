package jp.otodoke.desk.orderentry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.catalog.Product;
import jp.otodoke.customers.AddressCheck;
import jp.otodoke.customers.FindDuplicates;
import jp.otodoke.customers.FindDuplicates.Candidate;
import jp.otodoke.customers.ValidateCustomer;
import jp.otodoke.fulfilment.CheckCashLimit;
import jp.otodoke.fulfilment.CheckCashLimit.Exceeded;
import jp.otodoke.fulfilment.DeliveryDay;
import jp.otodoke.fulfilment.DeliveryDays;
import jp.otodoke.fulfilment.PreviewShipments;
import jp.otodoke.fulfilment.PreviewShipments.Availability;
import jp.otodoke.fulfilment.PreviewShipments.Preview;
import jp.otodoke.fulfilment.PreviewShipments.Wanted;
import jp.otodoke.loyalty.Redemption;
import jp.otodoke.media.Media;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.QuoteOrder;
import jp.otodoke.orders.QuoteOrder.Quote;
import jp.otodoke.orders.Recipient;
import jp.otodoke.payments.CardsOnFile;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks every module about the order being typed: price, stock, dates, duplicates, medium. Saves nothing. */
@Component
class PreviewOrder {
    private static final int DAYS = 28;
    private static final Pattern LINE = Pattern.compile("lines\\[(\\d+)]\\.(.*)");
    private static final Set<String> REDEEMED = Set.of("points", "coupon");

    private final ReadOrderForm reader;
    private final Callers callers;
    private final FindDuplicates findDuplicates;
    private final ValidateCustomer validateCustomer;
    private final QuoteOrder quoteOrder;
    private final Catalog catalog;
    private final DeliveryDays deliveryDays;
    private final PreviewShipments previewShipments;
    private final CheckCashLimit checkCashLimit;
    private final Media media;
    private final AddressCheck addressCheck;
    private final BusinessClock clock;
    private final Formats formats;

    PreviewOrder(
            ReadOrderForm reader,
            Callers callers,
            FindDuplicates findDuplicates,
            ValidateCustomer validateCustomer,
            QuoteOrder quoteOrder,
            Catalog catalog,
            DeliveryDays deliveryDays,
            PreviewShipments previewShipments,
            CheckCashLimit checkCashLimit,
            Media media,
            AddressCheck addressCheck,
            BusinessClock clock,
            Formats formats) {
        this.reader = reader;
        this.callers = callers;
        this.findDuplicates = findDuplicates;
        this.validateCustomer = validateCustomer;
        this.quoteOrder = quoteOrder;
        this.catalog = catalog;
        this.deliveryDays = deliveryDays;
        this.previewShipments = previewShipments;
        this.checkCashLimit = checkCashLimit;
        this.media = media;
        this.addressCheck = addressCheck;
        this.clock = clock;
        this.formats = formats;
    }

    @Transactional(readOnly = true)
    OrderPreview preview(OrderForm form) {
        var problems = new ArrayList<FieldProblem>();
        var caller = form.customerNumber().flatMap(callers::find).orElse(null);
        var duplicates = form.known() || !nameable(form) ? List.<Candidate>of() : findDuplicates.of(form.person());
        buyer(form, caller, duplicates, problems);
        var order = reader.read(form, problems);
        addresses(form, order, problems);
        var buyer = caller == null ? newCustomer(form) : Recipient.of(caller.card());
        var quote = quote(form, order, buyer, problems);
        var stock = previewShipments.preview(wanted(order, buyer));
        var days = new ArrayList<List<DeliveryDay>>();
        for (int destination = 0; destination < form.destinations().size(); destination++) {
            days.add(days(destination, form, order, buyer, stock, problems));
        }
        if (order.payment().method() == PaymentMethod.CREDIT_CARD
                && TextNormalizer.blank(form.keptCard())
                && TextNormalizer.blank(form.cardToken())) {
            problems.add(reader.problem("payment.token", "token"));
        }
        return new OrderPreview(
                order,
                caller,
                duplicates,
                quote,
                problems,
                rows(form, order, quote, stock, problems),
                stock.shipments(),
                days,
                media.find(form.medium()).orElse(null),
                withoutNumber(form, order),
                change(form, quote),
                cashLimit(order, buyer, quote, stock));
    }

    /** What is typed now; the home of a known customer is not questioned on the telephone. */
    private void addresses(OrderForm form, NewOrder order, List<FieldProblem> problems) {
        if (!form.known() && nameable(form)) {
            addressCheck
                    .problem("customer.address.postalCode", form.address(), form.asTyped())
                    .ifPresent(problems::add);
        }
        for (int destination = 0; destination < order.destinations().size(); destination++) {
            var recipient = order.destinations().get(destination).recipient();
            if (recipient != null) {
                addressCheck
                        .problem("to[" + destination + "].postalCode", recipient.address(), form.asTyped())
                        .ifPresent(problems::add);
            }
        }
    }

    private Set<String> withoutNumber(OrderForm form, NewOrder order) {
        var fields = new HashSet<String>();
        if (!form.known() && addressCheck.townOnly(form.person().address())) {
            fields.add("f-customer.address.line1");
        }
        for (int destination = 0; destination < order.destinations().size(); destination++) {
            var recipient = order.destinations().get(destination).recipient();
            if (recipient != null && addressCheck.townOnly(recipient.address())) {
                fields.add("f-to[" + destination + "].line1");
            }
        }
        return fields;
    }

    /** The cards that the customer may pay by without giving one. */
    List<CardsOnFile.Card> cards(OrderForm form) {
        return reader.cards(form);
    }

    Recipient buyer(OrderForm form, OrderPreview preview) {
        var caller = preview.caller();
        return caller == null ? newCustomer(form) : Recipient.of(caller.card());
    }

    private void buyer(
            OrderForm form, @Nullable Caller caller, List<Candidate> duplicates, List<FieldProblem> problems) {
        if (form.known()) {
            if (caller == null) {
                problems.add(reader.problem("customer.number", "customer"));
            }
        } else if (!nameable(form)) {
            problems.add(reader.problem("customer.number", "who"));
        } else {
            validateCustomer.of(form.person()).forEach(p -> problems.add(p.at("customer." + p.field())));
            if (!duplicates.isEmpty() && !Boolean.TRUE.equals(form.separateCustomer())) {
                problems.add(reader.problem("separateCustomer", "duplicate"));
            }
        }
    }

    private static boolean nameable(OrderForm form) {
        return !TextNormalizer.blank(form.name());
    }

    private @Nullable Quote quote(OrderForm form, NewOrder order, Recipient buyer, List<FieldProblem> problems) {
        if (order.lines().isEmpty()) {
            problems.add(reader.problem("lines[0].sku", "lines"));
            return null;
        }
        try {
            return quoteOrder.quote(order, buyer);
        } catch (InvalidInput wrong) {
            wrong.problems().forEach(p -> problems.add(atRow(form, p)));
            var redeemed = wrong.problems().stream().allMatch(p -> REDEEMED.contains(p.field()));
            return redeemed ? quoteOrder.quote(order.redeeming(Redemption.NONE), buyer) : null;
        }
    }

    private @Nullable Exceeded cashLimit(NewOrder order, Recipient buyer, @Nullable Quote quote, Preview stock) {
        return quote == null || order.payment().method() != PaymentMethod.CASH_ON_DELIVERY
                ? null
                : checkCashLimit
                        .of(
                                quote.totals().total(),
                                stock.shipments(),
                                destination -> prefecture(order, destination - 1, buyer))
                        .orElse(null);
    }

    /** All points of the customer, as far as there is something to pay. */
    @Transactional(readOnly = true)
    Yen mostPoints(OrderForm form) {
        var preview = preview(form.withPoints(Yen.ZERO));
        var caller = preview.caller();
        var quote = preview.quote();
        return caller == null || quote == null
                ? Yen.ZERO
                : caller.points().min(quote.totals().total());
    }

    /** The order numbers its lines, the form its rows. */
    private static FieldProblem atRow(OrderForm form, FieldProblem problem) {
        var line = LINE.matcher(problem.field());
        if (!line.matches()) {
            return problem;
        }
        var row = form.filled().get(Integer.parseInt(line.group(1)));
        return problem.at("lines[%d].%s".formatted(row, line.group(2)));
    }

    private static List<Wanted> wanted(NewOrder order, Recipient buyer) {
        return order.lines().stream()
                .map(line -> new Wanted(
                        line.destination() + 1,
                        prefecture(order, line.destination(), buyer),
                        line.sku(),
                        line.quantity()))
                .toList();
    }

    private static String prefecture(NewOrder order, int destination, Recipient buyer) {
        var recipient = order.destinations().get(destination).recipient();
        return (recipient == null ? buyer.address() : recipient.address()).prefecture();
    }

    private List<DeliveryDay> days(
            int destination,
            OrderForm form,
            NewOrder order,
            Recipient buyer,
            Preview stock,
            List<FieldProblem> problems) {
        var to = order.destinations().get(destination);
        var prefecture = prefecture(order, destination, buyer);
        if (prefecture.isEmpty()) {
            return List.of();
        }
        var inStock = IntStream.range(0, order.lines().size())
                .filter(line -> order.lines().get(line).destination() == destination)
                .mapToObj(stock.lines()::get)
                .allMatch(line -> line == null || line.enough());
        var requested = to.deliveryDate();
        if (requested != null) {
            var day = deliveryDays.day(prefecture, inStock, requested);
            var why = day.why();
            if (why != null) {
                problems.add(reader.problem("to[" + destination + "].date", "date." + why, formats.date(requested)));
            } else if (!day.reachable(to.timeSlot())) {
                problems.add(reader.problem("to[" + destination + "].slot", "slot", formats.date(requested)));
            }
        }
        return deliveryDays.offer(prefecture, inStock, DAYS);
    }

    private List<OrderPreview.Row> rows(
            OrderForm form, NewOrder order, @Nullable Quote quote, Preview stock, List<FieldProblem> problems) {
        var products = catalog.find(
                order.lines().stream().map(NewOrder.Line::sku).distinct().toList(), clock.today());
        var rows = new ArrayList<OrderPreview.Row>();
        form.rows().forEach(r -> rows.add(OrderPreview.Row.EMPTY));
        for (int i = 0; i < order.lines().size(); i++) {
            var sku = order.lines().get(i).sku();
            var row = form.filled().get(i);
            rows.set(row, row(i, products.get(sku), quote, stock.lines().get(i), wrong(row, problems)));
        }
        return rows;
    }

    private static OrderPreview.Row row(
            int line,
            @Nullable Product product,
            @Nullable Quote quote,
            @Nullable Availability stock,
            @Nullable String wrong) {
        if (product == null) {
            return new OrderPreview.Row(null, Yen.ZERO, Yen.ZERO, null, wrong);
        }
        return quote == null
                ? new OrderPreview.Row(product.name(), product.unitPrice(), Yen.ZERO, stock, wrong)
                : new OrderPreview.Row(
                        product.name(),
                        quote.lines().get(line).unitPrice(),
                        quote.lines().get(line).amount(),
                        stock,
                        wrong);
    }

    private static @Nullable String wrong(int row, List<FieldProblem> problems) {
        return problems.stream()
                .filter(p -> p.field().startsWith("lines[" + row + "]."))
                .map(FieldProblem::message)
                .findFirst()
                .orElse(null);
    }

    private static Yen change(OrderForm form, @Nullable Quote quote) {
        var shown = TextNormalizer.clean(form.shown());
        return quote == null || !shown.matches("\\d{1,12}")
                ? Yen.ZERO
                : quote.totals().total().minus(Yen.of(Long.parseLong(shown)));
    }

    private static Recipient newCustomer(OrderForm form) {
        var person = form.person();
        return new Recipient(person.name(), person.kana(), person.phone(), person.address());
    }
}
