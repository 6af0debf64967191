package jp.otodoke.partners.shop;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.partners.shop.ShopOrder.Amounts;
import jp.otodoke.partners.shop.ShopOrder.Door;
import jp.otodoke.partners.shop.ShopOrder.Item;
import jp.otodoke.partners.shop.ShopOrder.Paid;
import jp.otodoke.partners.shop.ShopOrder.Person;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.TextNormalizer;
import org.springframework.stereotype.Component;

/** Our own order file: UTF-8, one row per line, order values repeated on each. */
@Component
class GenericOrders implements OrderFormat {
    static final String CHANNEL = "GENERIC";

    private static final Column NUMBER = Column.of("order_no");
    private static final Column ORDERED_AT = Column.of("ordered_at");
    private static final Column CUSTOMER = Column.of("customer_no");
    private static final Column NAME = Column.of("name");
    private static final Column KANA = Column.of("kana");
    private static final Column PHONE = Column.of("phone");
    private static final Column EMAIL = Column.of("email");
    private static final Column POSTAL_CODE = Column.of("postal_code");
    private static final Column PREFECTURE = Column.of("prefecture");
    private static final Column CITY = Column.of("city");
    private static final Column LINE1 = Column.of("line1");
    private static final Column LINE2 = Column.of("line2");
    private static final Column SHIP_NAME = Column.of("ship_name");
    private static final Column SHIP_KANA = Column.of("ship_kana");
    private static final Column SHIP_PHONE = Column.of("ship_phone");
    private static final Column SHIP_POSTAL_CODE = Column.of("ship_postal_code");
    private static final Column SHIP_PREFECTURE = Column.of("ship_prefecture");
    private static final Column SHIP_CITY = Column.of("ship_city");
    private static final Column SHIP_LINE1 = Column.of("ship_line1");
    private static final Column SHIP_LINE2 = Column.of("ship_line2");
    private static final Column METHOD = Column.of("payment_method");
    private static final Column DATE = Column.of("delivery_date");
    private static final Column SLOT = Column.of("time_slot");
    private static final Column SKU = Column.of("sku");
    private static final Column QUANTITY = Column.of("quantity");
    private static final Column PRICE = Column.of("unit_price");
    private static final Column SHIPPING = Column.of("shipping");
    private static final Column FEE = Column.of("fee");
    private static final Column NOTE = Column.of("note");

    private static final List<Column> OF_BUYER =
            List.of(CUSTOMER, NAME, KANA, PHONE, EMAIL, POSTAL_CODE, PREFECTURE, CITY, LINE1, LINE2);
    private static final List<Column> OF_DOOR = List.of(
            SHIP_NAME, SHIP_KANA, SHIP_PHONE, SHIP_POSTAL_CODE, SHIP_PREFECTURE, SHIP_CITY, SHIP_LINE1, SHIP_LINE2);
    private static final List<Column> OF_ORDER = Stream.of(
                    List.of(ORDERED_AT), OF_BUYER, OF_DOOR, List.of(METHOD, DATE, SLOT, SHIPPING, FEE, NOTE))
            .flatMap(List::stream)
            .toList();
    private static final List<Column> CONTENT =
            Stream.concat(OF_ORDER.stream(), Stream.of(SKU, QUANTITY, PRICE)).toList();

    @Override
    public String code() {
        return "generic";
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public List<Charset> charsets() {
        return FileText.utf8();
    }

    @Override
    public List<Column> required() {
        return List.of(
                NUMBER,
                ORDERED_AT,
                NAME,
                POSTAL_CODE,
                PREFECTURE,
                CITY,
                LINE1,
                METHOD,
                SKU,
                QUANTITY,
                PRICE,
                SHIPPING,
                FEE);
    }

    @Override
    public Column number() {
        return NUMBER;
    }

    @Override
    public ReadOrder read(List<Row> rows) {
        List<Problem> problems = new ArrayList<>();
        var head = new Cells(rows.get(0), problems);
        OrderRows.wholeWidth(rows, problems);
        OrderRows.agree(head.row(), rows, OF_ORDER, false, problems);
        var number = head.required(NUMBER);
        var buyer = buyer(head);
        var method = method(head);
        var order = new ShopOrder(
                head.moment(ORDERED_AT),
                TextNormalizer.orNull(head.text(CUSTOMER)),
                true,
                buyer,
                List.of(door(head, buyer)),
                items(rows, problems),
                method,
                // The file has no place for a card token: such an order was secured where it was taken.
                method.equals("CREDIT_CARD") ? Paid.AUTHORISED : Paid.NO,
                new Amounts(charge(head, SHIPPING), charge(head, FEE), 0, 0, null),
                TextNormalizer.orNull(head.note(NOTE)));
        return new ReadOrder(
                number,
                rows,
                OrderRows.hash(rows, CONTENT),
                order,
                problems,
                new ReadOrder.Places(NUMBER, CUSTOMER, SKU, QUANTITY, PRICE, ORDERED_AT, DATE, METHOD, SHIPPING));
    }

    private static Person buyer(Cells head) {
        return new Person(
                head.name(NAME, null),
                TextNormalizer.orNull(head.kana(KANA)),
                head.phone(PHONE),
                head.email(EMAIL),
                null,
                null,
                new Address(
                        head.postalCode(POSTAL_CODE),
                        head.prefecture(PREFECTURE),
                        head.required(CITY),
                        head.required(LINE1),
                        head.text(LINE2)));
    }

    private static Door door(Cells head, Person buyer) {
        var date = head.date(DATE);
        var slot = head.slot(SLOT);
        if (OF_DOOR.stream().allMatch(column -> head.row().get(column).isEmpty())) {
            return new Door(head.row().line(), buyer.name(), buyer.kana(), buyer.phone(), buyer.address(), date, slot);
        }
        return new Door(
                head.row().line(),
                head.name(SHIP_NAME, null),
                TextNormalizer.orNull(head.kana(SHIP_KANA)),
                head.phone(SHIP_PHONE),
                new Address(
                        head.postalCode(SHIP_POSTAL_CODE),
                        head.prefecture(SHIP_PREFECTURE),
                        head.required(SHIP_CITY),
                        head.required(SHIP_LINE1),
                        head.text(SHIP_LINE2)),
                date,
                slot);
    }

    private static String method(Cells head) {
        var text = head.required(METHOD);
        var method = PaymentNames.find(text);
        if (method.isEmpty() && !text.isEmpty()) {
            head.problem(METHOD, Problem.UNKNOWN, "unknown-method", text);
        }
        return method.orElse("");
    }

    private static long charge(Cells head, Column column) {
        var yen = head.yenOrZero(column);
        if (yen < 0) {
            head.problem(column, Problem.INVALID, "negative", head.row().get(column));
        }
        return yen;
    }

    private static List<Item> items(List<Row> rows, List<Problem> problems) {
        return rows.stream()
                .map(row -> new Cells(row, problems))
                .map(cells -> new Item(
                        cells.row().line(),
                        cells.required(SKU),
                        cells.quantity(QUANTITY),
                        cells.row().get(PRICE).isEmpty() ? null : cells.price(PRICE),
                        "",
                        0))
                .toList();
    }
}
