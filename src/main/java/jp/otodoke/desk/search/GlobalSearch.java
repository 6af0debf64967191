package jp.otodoke.desk.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import jp.otodoke.customers.NamePart;
import jp.otodoke.payments.FindDeposits;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.platform.personal.PersonalView;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The global search: orders, shipments and customers by number, phone, tracking number or name; deposits by
 * remitter, for staff who may see payments; pages by title.
 */
@Component
class GlobalSearch {
    private final JdbcClient jdbc;
    private final PageFrame pageFrame;
    private final Formats formats;
    private final PersonalView personal;
    private final FindDeposits deposits;

    GlobalSearch(JdbcClient jdbc, PageFrame pageFrame, Formats formats, PersonalView personal, FindDeposits deposits) {
        this.jdbc = jdbc;
        this.pageFrame = pageFrame;
        this.formats = formats;
        this.personal = personal;
        this.deposits = deposits;
    }

    /**
     * @param kind {@code order}, {@code shipment}, {@code customer}, {@code deposit} or {@code page}
     * @param state of an order, shipment or deposit
     */
    record Hit(String kind, String title, @Nullable String state, @Nullable String more, String href, boolean exact) {}

    @Transactional(readOnly = true)
    List<Hit> find(@Nullable String typed, int limit) {
        var q = TextNormalizer.clean(typed).replaceAll("[%_\\\\]", "");
        var hits = new ArrayList<Hit>();
        if (q.isEmpty()) {
            return hits;
        }
        var number = q.toUpperCase(Locale.ROOT);
        var digits = q.matches("[0-9()+ \\-]{3,}") ? TextNormalizer.digits(q) : "";
        if (number.matches("A\\d+") || !digits.isEmpty()) {
            orders(number, digits, limit, hits);
        }
        customers(q, number, digits, limit, hits);
        shipments(q, number, digits, limit, hits);
        if (digits.isEmpty() && pageFrame.may("MONEY_VIEW")) {
            deposits(q, limit, hits);
        }
        pages(q, hits);
        return hits;
    }

    private void orders(String number, String digits, int limit, List<Hit> hits) {
        hits.addAll(jdbc.sql(
                        """
                        select order_number, status, buyer_name, order_number = :number as exact from orders_order_view
                         where order_number in (
                               (select order_number from orders_order_view where order_number like :number || '%' order by order_number desc limit :limit)
                               union all
                               (select order_number from orders_order_view where :digits <> '' and buyer_phone like :digits || '%' limit 100)
                               union all
                               (select order_number from orders_order_view where :digits <> '' and channel_order_id like :digits || '%' limit 100))
                         order by ordered_at desc limit :limit
                        """)
                .param("number", number)
                .param("digits", digits)
                .param("limit", limit)
                .query((row, n) -> new Hit(
                        "order",
                        row.getString(1),
                        row.getString(2),
                        personal.name(row.getString(3)),
                        "/orders/" + row.getString(1),
                        row.getBoolean(4)))
                .list());
    }

    private void shipments(String q, String number, String digits, int limit, List<Hit> hits) {
        var name = NamePart.typed(q);
        var names = new HashMap<String, Object>();
        name.putInto(names);
        hits.addAll(jdbc.sql(
                        """
                        select s.shipment_number, s.status, s.name, p.tracking_number,
                               s.shipment_number = :number or p.tracking_number = :digits as exact
                          from fulfilment_shipment_view s left join fulfilment_parcel_view p on p.shipment_number = s.shipment_number
                         where s.shipment_number in (
                               (select shipment_number from fulfilment_shipment_view where shipment_number like :number || '%%'
                                 order by shipment_number desc limit :limit)
                               union all
                               (select shipment_number from fulfilment_parcel_view where length(:digits) >= 6 and tracking_number like :digits || '%%' limit 100)
                               union all
                               (select r.shipment_number
                                  from orders_destination_view d
                                  join fulfilment_shipment_line_view l on l.order_number = d.order_number
                                  join fulfilment_shipment_view r on r.shipment_number = l.shipment_number and r.name = d.name
                                 where :digits <> '' and d.phone like :digits || '%%' limit 500)
                               union all
                               (select r.shipment_number
                                  from orders_destination_view d
                                  join fulfilment_shipment_line_view l on l.order_number = d.order_number
                                  join fulfilment_shipment_view r on r.shipment_number = l.shipment_number and r.name = d.name
                                 where :digits = '' and %s limit 500))
                         order by s.shipment_number desc limit :limit
                        """
                                .formatted(name.condition("replace(d.name, ' ', '')", "replace(d.kana, ' ', '')")))
                .param("number", number)
                .param("digits", digits)
                .params(names)
                .param("limit", limit)
                .query((row, n) -> new Hit(
                        "shipment",
                        row.getString(1),
                        row.getString(2),
                        personal.name(Personal.Whose.PARCEL, row.getString(3)),
                        "/shipments/" + row.getString(1),
                        row.getBoolean(5)))
                .list());
    }

    private void customers(String q, String number, String digits, int limit, List<Hit> hits) {
        var name = NamePart.typed(q);
        var names = new HashMap<String, Object>();
        name.putInto(names);
        hits.addAll(jdbc.sql(
                        """
                        select number, name, kana, phone, number = :number as exact from customers_customer_view
                         where number in (
                               (select number from customers_customer_view where number like :number || '%%' order by number limit :limit)
                               union all
                               (select number from customers_customer_view where :digits <> '' and phone_key <> '' and phone_key like :digits || '%%' limit 100)
                               union all
                               (select number from customers_customer_view where :digits = '' and %s limit 100))
                         order by number limit :limit
                        """
                                .formatted(name.condition("name_key", "kana_key")))
                .param("number", number)
                .param("digits", digits)
                .params(names)
                .param("limit", limit)
                .query((row, n) -> new Hit(
                        "customer",
                        String.valueOf(personal.name(row.getString(2))),
                        null,
                        row.getString(1) + " " + (row.getString(4) == null ? "" : personal.phone(row.getString(4))),
                        "/customers/" + row.getString(1),
                        row.getBoolean(5)))
                .list());
    }

    private void deposits(String q, int limit, List<Hit> hits) {
        for (var deposit : deposits.byRemitter(q, limit)) {
            hits.add(new Hit(
                    "deposit",
                    String.valueOf(personal.name(deposit.remitterKana())),
                    deposit.state().name(),
                    formats.date(deposit.postingDate()) + " " + formats.money(deposit.amount()),
                    "/deposits/" + deposit.id(),
                    false));
        }
    }

    private void pages(String q, List<Hit> hits) {
        for (var page : pageFrame.pages()) {
            var title = formats.text("nav." + page.key(), page.key());
            if (title.toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT))
                    || page.key().startsWith(q.toLowerCase(Locale.ROOT))) {
                hits.add(new Hit("page", title, null, null, page.path(), false));
            }
        }
    }
}
