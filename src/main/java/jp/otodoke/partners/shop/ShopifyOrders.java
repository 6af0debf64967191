package jp.otodoke.partners.shop;

import static jp.otodoke.partners.shop.ShopifyColumns.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.partners.shop.ShopOrder.Amounts;
import jp.otodoke.partners.shop.ShopOrder.Destination;
import jp.otodoke.partners.shop.ShopOrder.Item;
import jp.otodoke.partners.shop.ShopOrder.Paid;
import jp.otodoke.partners.shop.ShopOrder.Person;
import jp.otodoke.partners.shop.ShopStatus.Reversal;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.platform.csv.CsvColumn;
import jp.otodoke.platform.csv.CsvDialect;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shopify's orders export: UTF-8, order values on the order's first row only. */
@Component
class ShopifyOrders implements OrderFormat {
    static final String CHANNEL = "SHOPIFY";

    private static final Set<String> GIVEN_BACK = Set.of("refunded", "voided", "expired", "partially_refunded");
    private static final ReadOrder.Places PLACES =
            new ReadOrder.Places(NUMBER, EMAIL, SKU, QUANTITY, PRICE, CREATED_AT, NOTES, METHOD, TOTAL);

    @Override
    public String code() {
        return "shopify";
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
        return REQUIRED;
    }

    @Override
    public CsvColumn number() {
        return NUMBER;
    }

    @Override
    public String number(CsvRow row) {
        return row.get(NUMBER).replaceFirst("^#", "").strip();
    }

    @Override
    public ReadOrder read(List<CsvRow> rows) {
        List<Mistake> problems = new ArrayList<>();
        var first = rows.stream()
                .filter(row -> !row.get(TOTAL).isEmpty())
                .findFirst()
                .orElse(rows.get(0));
        var head = new Cells(first, problems);
        OrderRows.hasAllCells(rows, problems);
        OrderRows.agree(first, rows, OF_ORDER, true, problems);
        head.required(NUMBER);
        requireOpen(head);
        var buyer = buyer(head);
        var notes = ShopifyNote.read(head, NOTES);
        var attributes = ShopifyNote.read(head, NOTE_ATTRIBUTES);
        var amounts = amounts(head, rows);
        boolean free = Objects.equals(amounts.total(), 0L);
        var method = head.method(METHOD, free);
        var order = new ShopOrder(
                head.moment(CREATED_AT),
                null,
                false,
                buyer,
                List.of(destination(head, notes, attributes)),
                items(rows, problems),
                method,
                paid(head, method, free),
                amounts,
                TextNormalizer.orNull(Stream.of(notes.remark(), attributes.remark())
                        .filter(remark -> remark != null)
                        .collect(Collectors.joining("\n"))));
        return new ReadOrder(
                number(first),
                rows,
                OrderRows.hash(rows, CONTENT, cancelled(first), order.paid().name()),
                shopStatus(first, rows, method, order.paid()),
                order,
                problems,
                PLACES);
    }

    private static ShopStatus shopStatus(CsvRow first, List<CsvRow> rows, String method, Paid paid) {
        var reversal = reversal(first);
        return new ShopStatus(
                reversal,
                earlier(reversal, method, paid)
                        .map(earlier -> OrderRows.hash(rows, CONTENT, "", earlier.name()))
                        .toList());
    }

    private static @Nullable Reversal reversal(CsvRow row) {
        if (!row.get(CANCELLED_AT).isEmpty() || row.get(FULFILLMENT).equalsIgnoreCase("restocked")) {
            return Reversal.CANCELLED;
        }
        if (status(row).equals("partially_refunded")) {
            return Reversal.PARTLY_REFUNDED;
        }
        return GIVEN_BACK.contains(status(row)) ? Reversal.REFUNDED : null;
    }

    /** The capture of a card and payment to the carrier are no news, nor is anything about a payment given back. */
    private static Stream<Paid> earlier(@Nullable Reversal reversal, String method, Paid paid) {
        if (reversal != null) {
            return Stream.of(Paid.values());
        }
        if (paid != Paid.YES) {
            return Stream.of();
        }
        return switch (method) {
            case "CREDIT_CARD" -> Stream.of(Paid.AUTHORISED);
            case "CASH_ON_DELIVERY" -> Stream.of(Paid.NO);
            default -> Stream.of();
        };
    }

    private static String cancelled(CsvRow row) {
        return reversal(row) == null ? "" : "cancelled";
    }

    private static String status(CsvRow row) {
        return row.get(FINANCIAL).toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    private static void requireOpen(Cells head) {
        var row = head.row();
        if (!row.get(CANCELLED_AT).isEmpty()) {
            head.problem(CANCELLED_AT, OrderRows.CANCELLED, "cancelled", row.get(CANCELLED_AT));
        }
        if (GIVEN_BACK.contains(status(row))) {
            head.problem(FINANCIAL, OrderRows.CANCELLED, "given-back", row.get(FINANCIAL));
        }
        switch (row.get(FULFILLMENT).toLowerCase(Locale.ROOT)) {
            case "fulfilled", "partial", "partially_fulfilled" ->
                head.problem(FULFILLMENT, OrderRows.CANCELLED, "already-shipped", row.get(FULFILLMENT));
            case "restocked" -> head.problem(FULFILLMENT, OrderRows.CANCELLED, "cancelled", row.get(FULFILLMENT));
            default -> {}
        }
        if (!row.get(CURRENCY).isEmpty() && !row.get(CURRENCY).equalsIgnoreCase("JPY")) {
            head.problem(CURRENCY, Mistake.INVALID, "not-yen", row.get(CURRENCY));
        }
    }

    /** The payer; an export without billing columns knows only the recipient. */
    private static Person buyer(Cells head) {
        var email = head.email(EMAIL);
        if (head.row().get(BUYER_NAME).isEmpty()
                && head.row().get(BUYER_ADDRESS1).isEmpty()) {
            var to = new Cells(head.row(), new ArrayList<>());
            return new Person(to.name(TO_NAME, null), null, phone(to, TO_PHONE), email, null, null, address(to, true));
        }
        return new Person(
                head.name(BUYER_NAME, null), null, phone(head, BUYER_PHONE), email, null, null, address(head, false));
    }

    private static @Nullable String phone(Cells head, CsvColumn column) {
        return head.row().get(column).isEmpty() ? head.phone(PHONE) : head.phone(column);
    }

    private static Destination destination(Cells head, ShopifyNote notes, ShopifyNote attributes) {
        return new Destination(
                head.row().line(),
                head.name(TO_NAME, null),
                null,
                phone(head, TO_PHONE),
                address(head, true),
                notes.date() == null ? attributes.date() : notes.date(),
                notes.slot() == null ? attributes.slot() : notes.slot());
    }

    private static Address address(Cells head, boolean receiver) {
        var country = receiver ? TO_COUNTRY : BUYER_COUNTRY;
        if (!Set.of("", "JP", "JAPAN", "日本").contains(head.row().get(country).toUpperCase(Locale.ROOT))) {
            head.problem(country, Mistake.INVALID, "abroad", head.row().get(country));
        }
        var second = (head.text(receiver ? TO_ADDRESS2 : BUYER_ADDRESS2) + " "
                        + head.text(receiver ? TO_COMPANY : BUYER_COMPANY))
                .strip();
        return new Address(
                head.postalCode(receiver ? TO_ZIP : BUYER_ZIP),
                head.prefecture(receiver ? TO_PROVINCE : BUYER_PROVINCE),
                head.required(receiver ? TO_CITY : BUYER_CITY),
                head.required(receiver ? TO_ADDRESS1 : BUYER_ADDRESS1),
                second);
    }

    private static Paid paid(Cells head, String method, boolean free) {
        var status = status(head.row());
        switch (status) {
            case "paid" -> {
                if (method.equals("CASH_ON_DELIVERY") && !free) {
                    head.problem(FINANCIAL, Mistake.INVALID, "paid-cod", status);
                }
                return Paid.YES;
            }
            case "authorized" -> {
                return free ? Paid.YES : Paid.AUTHORISED;
            }
            case "pending" -> {
                if (method.equals("CREDIT_CARD") && free) {
                    return Paid.YES;
                }
                if (method.equals("CREDIT_CARD")) {
                    head.problem(FINANCIAL, Mistake.INVALID, "card-pending", status);
                }
                return Paid.NO;
            }
            case "" -> head.problem(FINANCIAL, Mistake.REQUIRED, "required");
            case "partially_paid" -> head.problem(FINANCIAL, Mistake.INVALID, "partly-paid", status);
            default -> {
                if (!GIVEN_BACK.contains(status)) {
                    head.problem(FINANCIAL, Mistake.UNKNOWN, "unknown-status", status);
                }
            }
        }
        return Paid.NO;
    }

    private static List<Item> items(List<CsvRow> rows, List<Mistake> problems) {
        return rows.stream()
                .map(row -> new Cells(row, problems))
                .map(cells -> new Item(
                        cells.row().line(),
                        cells.required(SKU),
                        cells.quantity(QUANTITY),
                        cells.price(PRICE),
                        cells.text(NAME),
                        0))
                .toList();
    }

    /** Discounts of lines may be part of the order's discount or additional to it; the total tells which. */
    private static Amounts amounts(Cells head, List<CsvRow> rows) {
        List<Mistake> unread = new ArrayList<>();
        var cells = rows.stream().map(row -> new Cells(row, unread)).toList();
        long goods =
                cells.stream().mapToLong(row -> row.amount(PRICE, QUANTITY)).sum();
        long ofLines = cells.stream()
                .mapToLong(row -> Math.abs(row.yenOrZero(LINE_DISCOUNT)))
                .sum();
        long ofOrder = Math.abs(head.yenOrZero(DISCOUNT));
        long shipping = head.yenOrZero(SHIPPING);
        var total = head.price(TOTAL);
        long discount = total == null ? ofOrder : goods + shipping - total;
        if (total != null && unread.isEmpty()) {
            if (!List.of(ofOrder, ofLines + ofOrder, Math.max(ofLines, ofOrder)).contains(discount)) {
                differs(head, TOTAL, goods + shipping - ofOrder);
            }
            // The part of a discount that is off the shipping is not in the subtotal.
            requireSubtotal(
                    head,
                    goods,
                    List.of(0L, ofLines, ofOrder, ofLines + ofOrder, ofOrder - shipping, ofLines + ofOrder - shipping));
        }
        return new Amounts(shipping, 0, discount, 0, total);
    }

    private static void requireSubtotal(Cells head, long goods, List<Long> discounts) {
        var subtotal = head.yen(SUBTOTAL);
        if (subtotal != null && !discounts.contains(goods - subtotal)) {
            differs(head, SUBTOTAL, goods);
        }
    }

    private static void differs(Cells head, CsvColumn column, long expected) {
        head.problem(column, Mistake.MISMATCH, "sum", head.row().get(column), String.valueOf(expected));
    }
}
