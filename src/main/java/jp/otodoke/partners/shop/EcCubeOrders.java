package jp.otodoke.partners.shop;

import static jp.otodoke.partners.shop.EcCubeColumns.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.partners.shop.ShopOrder.Destination;
import jp.otodoke.partners.shop.ShopOrder.Item;
import jp.otodoke.partners.shop.ShopOrder.Paid;
import jp.otodoke.partners.shop.ShopOrder.Person;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.platform.csv.CsvColumn;
import jp.otodoke.platform.csv.CsvDialect;
import jp.otodoke.platform.csv.CsvDialect.StrayQuotes;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * EC-CUBE 4's 受注CSV: CP932, one row per line of the order and one per charge, order values repeated, a 出荷ID for
 * each destination.
 */
@Component
class EcCubeOrders implements OrderFormat {
    static final String CHANNEL = "EC_CUBE";

    private static final ReadOrder.Places PLACES =
            new ReadOrder.Places(NUMBER, MEMBER, SKU, QUANTITY, PRICE, ORDERED_AT, DATE, METHOD, TOTAL);

    @Override
    public String code() {
        return "ec-cube";
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public CsvDialect dialect() {
        return OrderFile.dialect(CharacterSets.UTF8_OR_CP932, StrayQuotes.UNESCAPED);
    }

    @Override
    public List<CsvColumn> required() {
        return REQUIRED;
    }

    @Override
    public CsvColumn number() {
        return NUMBER;
    }

    @Override
    public ReadOrder read(List<CsvRow> rows) {
        List<Mistake> problems = new ArrayList<>();
        var head = new Cells(rows.get(0), problems);
        OrderRows.hasAllCells(rows, problems);
        OrderRows.agree(head.row(), rows, OF_ORDER, false, problems);
        var number = head.required(NUMBER);
        var state = EcCubeState.of(head.row());
        state.refusal()
                .ifPresent(reason -> head.problem(
                        STATUS, OrderRows.CANCELLED, reason, head.row().get(STATUS)));
        var goods = goods(rows, head, problems);
        var destinations = destinations(goods, problems);
        List<Mistake> ofAmounts = new ArrayList<>();
        var amounts = new EcCubeAmounts(new Cells(head.row(), ofAmounts), rows, ofAmounts);
        boolean free = amounts.free();
        var method = head.method(METHOD, free);
        var order = new ShopOrder(
                head.moment(ORDERED_AT),
                TextNormalizer.orNull(head.text(MEMBER)),
                false,
                buyer(head),
                destinations.values().stream()
                        .map(group -> destination(new Cells(group.get(0), problems)))
                        .toList(),
                items(goods, amounts, List.copyOf(destinations.keySet()), problems),
                method,
                paid(method, state, free),
                amounts.amounts(),
                note(rows, problems));
        problems.addAll(ofAmounts);
        return new ReadOrder(
                number,
                rows,
                OrderRows.hash(rows, CONTENT, state.name(), order.paid().name()),
                new ShopStatus(state.reversal(), earlierHashes(rows, method, state, free)),
                order,
                problems,
                PLACES);
    }

    /**
     * Shipping at the shop is no news, nor is payment to the carrier or the capture of a card. A transfer that has
     * arrived is.
     */
    private static List<String> earlierHashes(List<CsvRow> rows, String method, EcCubeState state, boolean free) {
        if (state != EcCubeState.SHIPPED && state != EcCubeState.PAID) {
            return List.of();
        }
        boolean arrived = !rows.get(0).get(PAID_AT).isEmpty() || state == EcCubeState.PAID;
        boolean expected = method.equals("CASH_ON_DELIVERY") || method.equals("CREDIT_CARD");
        return Stream.of(EcCubeState.OPEN, EcCubeState.PAID)
                .filter(earlier -> earlier == EcCubeState.PAID || expected || !arrived)
                .map(earlier -> OrderRows.hash(
                        rows,
                        CONTENT,
                        earlier.name(),
                        paid(method, earlier, free).name()))
                .toList();
    }

    private static Person buyer(Cells head) {
        return new Person(
                head.name(LAST_NAME, FIRST_NAME),
                kana(head, LAST_KANA, FIRST_KANA),
                head.phone(PHONE),
                head.email(EMAIL),
                head.date(BIRTH_DATE),
                sex(head.row().get(SEX)),
                address(head, POSTAL_CODE, PREFECTURE, ADDRESS1, ADDRESS2, COMPANY));
    }

    /** An order goes to its buyer if the file names no other recipient. */
    private static Destination destination(Cells row) {
        var slot = row.slot(SLOT);
        var date = row.date(DATE);
        if (DESTINATION_COLUMNS.stream()
                .filter(EcCubeOrders::isPlace)
                .allMatch(c -> row.row().get(c).isEmpty())) {
            var buyer = buyer(new Cells(row.row(), new ArrayList<>()));
            return new Destination(
                    row.row().line(), buyer.name(), buyer.kana(), buyer.phone(), buyer.address(), date, slot);
        }
        return new Destination(
                row.row().line(),
                row.name(TO_LAST_NAME, TO_FIRST_NAME),
                kana(row, TO_LAST_KANA, TO_FIRST_KANA),
                row.phone(TO_PHONE),
                address(row, TO_POSTAL_CODE, TO_PREFECTURE, TO_ADDRESS1, TO_ADDRESS2, TO_COMPANY),
                date,
                slot);
    }

    private static boolean isPlace(CsvColumn column) {
        return column != SLOT && column != DATE && column != DELIVERY_MEMO;
    }

    private static @Nullable String kana(Cells row, CsvColumn last, CsvColumn first) {
        return TextNormalizer.orNull((row.kana(last) + " " + row.kana(first)).strip());
    }

    private static Address address(
            Cells row,
            CsvColumn postalCode,
            CsvColumn prefecture,
            CsvColumn address1,
            CsvColumn address2,
            CsvColumn company) {
        var code = row.postalCode(postalCode);
        var region = row.prefecture(prefecture);
        var street = TextNormalizer.oneGlyph(row.required(address1));
        var rest = street.startsWith(region) ? street.substring(region.length()) : street;
        int city = CitySplit.length(rest);
        var second = (row.text(address2) + " " + row.text(company)).strip();
        return new Address(code, region, rest.substring(0, city), rest.substring(city), second);
    }

    private static @Nullable String sex(String text) {
        return switch (text) {
            case "男性", "男", "1" -> "MALE";
            case "女性", "女", "2" -> "FEMALE";
            default -> null;
        };
    }

    private static Paid paid(String method, EcCubeState state, boolean free) {
        if (state == EcCubeState.PAID && !method.equals("CASH_ON_DELIVERY")) {
            return Paid.YES;
        }
        if (free) {
            // No card company authorises 0 yen.
            return method.equals("CREDIT_CARD") ? Paid.YES : Paid.NO;
        }
        return method.equals("CREDIT_CARD") ? Paid.AUTHORISED : Paid.NO;
    }

    private static List<CsvRow> goods(List<CsvRow> rows, Cells head, List<Mistake> problems) {
        rows.stream()
                .filter(row -> EcCubeKind.of(row).isEmpty())
                .map(row -> new Cells(row, problems))
                .forEach(row -> row.problem(
                        KIND, Mistake.UNKNOWN, "unknown-kind", row.row().get(KIND)));
        var goods = rows.stream()
                .filter(row ->
                        EcCubeKind.of(row).filter(k -> k == EcCubeKind.GOODS).isPresent())
                .toList();
        if (goods.isEmpty()) {
            head.problem(SKU, Mistake.REQUIRED, "no-goods");
        }
        return goods;
    }

    private static Map<String, List<CsvRow>> destinations(List<CsvRow> goods, List<Mistake> problems) {
        Map<String, List<CsvRow>> destinations = goods.stream()
                .collect(Collectors.groupingBy(row -> row.get(SHIPPING_ID), LinkedHashMap::new, Collectors.toList()));
        destinations
                .values()
                .forEach(destination ->
                        OrderRows.agree(destination.get(0), destination, DESTINATION_COLUMNS, false, problems));
        return destinations;
    }

    private static List<Item> items(
            List<CsvRow> goods, EcCubeAmounts amounts, List<String> destinations, List<Mistake> problems) {
        return goods.stream()
                .map(row -> item(new Cells(row, problems), amounts, destinations.indexOf(row.get(SHIPPING_ID))))
                .toList();
    }

    private static Item item(Cells row, EcCubeAmounts amounts, int destination) {
        var name = Stream.of(NAME, CLASS1, CLASS2)
                .map(row::text)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return new Item(
                row.row().line(), row.required(SKU), row.quantity(QUANTITY), amounts.unitPrice(row), name, destination);
    }

    /** Any remark has to be read by a person before the goods leave. */
    private static @Nullable String note(List<CsvRow> rows, List<Mistake> problems) {
        return TextNormalizer.orNull(rows.stream()
                .map(row -> new Cells(row, problems))
                .flatMap(row ->
                        Stream.of(CUSTOMER_NOTE, SHOP_MEMO, DELIVERY_MEMO).map(row::note))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n")));
    }
}
