package jp.otodoke.partners.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.partners.shop.ShopOrder.Amounts;
import jp.otodoke.partners.shop.ShopOrder.Destination;
import jp.otodoke.partners.shop.ShopOrder.Item;
import jp.otodoke.partners.shop.ShopOrder.Paid;
import jp.otodoke.partners.shop.ShopOrder.Person;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.platform.csv.CsvColumn;
import jp.otodoke.platform.csv.CsvDialect;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.TextNormalizer;
import org.springframework.stereotype.Component;

/** Otodoke's generic order file: UTF-8, one row per line, order values repeated on each. */
@Component
class GenericOrders implements OrderFormat {
    static final String CHANNEL = "GENERIC";

    private static final CsvColumn NUMBER = CsvColumn.of("order_no");
    private static final CsvColumn ORDERED_AT = CsvColumn.of("ordered_at");
    private static final CsvColumn CUSTOMER = CsvColumn.of("customer_no");
    private static final CsvColumn NAME = CsvColumn.of("name");
    private static final CsvColumn KANA = CsvColumn.of("kana");
    private static final CsvColumn PHONE = CsvColumn.of("phone");
    private static final CsvColumn EMAIL = CsvColumn.of("email");
    private static final CsvColumn POSTAL_CODE = CsvColumn.of("postal_code");
    private static final CsvColumn PREFECTURE = CsvColumn.of("prefecture");
    private static final CsvColumn CITY = CsvColumn.of("city");
    private static final CsvColumn LINE1 = CsvColumn.of("line1");
    private static final CsvColumn LINE2 = CsvColumn.of("line2");
    private static final CsvColumn SHIP_NAME = CsvColumn.of("ship_name");
    private static final CsvColumn SHIP_KANA = CsvColumn.of("ship_kana");
    private static final CsvColumn SHIP_PHONE = CsvColumn.of("ship_phone");
    private static final CsvColumn SHIP_POSTAL_CODE = CsvColumn.of("ship_postal_code");
    private static final CsvColumn SHIP_PREFECTURE = CsvColumn.of("ship_prefecture");
    private static final CsvColumn SHIP_CITY = CsvColumn.of("ship_city");
    private static final CsvColumn SHIP_LINE1 = CsvColumn.of("ship_line1");
    private static final CsvColumn SHIP_LINE2 = CsvColumn.of("ship_line2");
    private static final CsvColumn METHOD = CsvColumn.of("payment_method");
    private static final CsvColumn DATE = CsvColumn.of("delivery_date");
    private static final CsvColumn SLOT = CsvColumn.of("time_slot");
    private static final CsvColumn SKU = CsvColumn.of("sku");
    private static final CsvColumn QUANTITY = CsvColumn.of("quantity");
    private static final CsvColumn PRICE = CsvColumn.of("unit_price");
    private static final CsvColumn SHIPPING = CsvColumn.of("shipping");
    private static final CsvColumn FEE = CsvColumn.of("fee");
    private static final CsvColumn NOTE = CsvColumn.of("note");

    private static final List<CsvColumn> OF_BUYER =
            List.of(CUSTOMER, NAME, KANA, PHONE, EMAIL, POSTAL_CODE, PREFECTURE, CITY, LINE1, LINE2);
    private static final List<CsvColumn> DESTINATION_COLUMNS = List.of(
            SHIP_NAME, SHIP_KANA, SHIP_PHONE, SHIP_POSTAL_CODE, SHIP_PREFECTURE, SHIP_CITY, SHIP_LINE1, SHIP_LINE2);
    private static final List<CsvColumn> OF_ORDER = Stream.of(
                    List.of(ORDERED_AT),
                    OF_BUYER,
                    DESTINATION_COLUMNS,
                    List.of(METHOD, DATE, SLOT, SHIPPING, FEE, NOTE))
            .flatMap(List::stream)
            .toList();
    private static final List<CsvColumn> CONTENT =
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
    public CsvDialect dialect() {
        return OrderFile.dialect(CharacterSets.UTF8_ONLY);
    }

    @Override
    public List<CsvColumn> required() {
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
        var buyer = buyer(head);
        boolean free = free(rows);
        var method = head.method(METHOD, free);
        var order = new ShopOrder(
                head.moment(ORDERED_AT),
                TextNormalizer.orNull(head.text(CUSTOMER)),
                true,
                buyer,
                List.of(destination(head, buyer)),
                items(rows, problems),
                method,
                // The file has no column for a card token: payment of such an order was secured where it was
                // placed.
                method.equals("CREDIT_CARD") ? free ? Paid.YES : Paid.AUTHORISED : Paid.NO,
                new Amounts(charge(head, SHIPPING), charge(head, FEE), 0, 0, null),
                TextNormalizer.orNull(head.note(NOTE)));
        return new ReadOrder(
                number,
                rows,
                OrderRows.hash(rows, CONTENT),
                ShopStatus.NONE,
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

    private static Destination destination(Cells head, Person buyer) {
        var date = head.date(DATE);
        var slot = head.slot(SLOT);
        if (DESTINATION_COLUMNS.stream()
                .allMatch(column -> head.row().get(column).isEmpty())) {
            return new Destination(
                    head.row().line(), buyer.name(), buyer.kana(), buyer.phone(), buyer.address(), date, slot);
        }
        return new Destination(
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

    /** Whether all amounts are 0; a price that is left out comes from the price list. */
    private static boolean free(List<CsvRow> rows) {
        List<Mistake> reportedLater = new ArrayList<>();
        var head = new Cells(rows.get(0), reportedLater);
        return head.yenOrZero(SHIPPING) == 0
                && head.yenOrZero(FEE) == 0
                && rows.stream()
                        .map(row -> new Cells(row, reportedLater).yen(PRICE))
                        .allMatch(price -> price != null && price == 0);
    }

    private static long charge(Cells head, CsvColumn column) {
        var yen = head.yenOrZero(column);
        if (yen < 0) {
            head.problem(column, Mistake.INVALID, "negative", head.row().get(column));
        }
        return yen;
    }

    private static List<Item> items(List<CsvRow> rows, List<Mistake> problems) {
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
