package jp.otodoke.desk;

import jp.otodoke.shared.personal.PersonalView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.otodoke.shared.Text;
import jp.otodoke.shared.pages.Frame;
import jp.otodoke.shared.pages.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one search: orders, parcels and customers by their numbers, phone, tracking number or name; pages by title. */
@Component
class Find {
    private final JdbcClient jdbc;
    private final Frame frame;
    private final Show show;
    private final PersonalView personal;

    Find(JdbcClient jdbc, Frame frame, Show show, PersonalView personal) {
        this.jdbc = jdbc;
        this.frame = frame;
        this.show = show;
        this.personal = personal;
    }

    /**
     * @param kind {@code order}, {@code shipment}, {@code customer} or {@code page}
     * @param state of an order or shipment
     */
    record Hit(String kind, String title, @Nullable String state, @Nullable String more, String href, boolean exact) {}

    @Transactional(readOnly = true)
    List<Hit> find(@Nullable String typed, int limit) {
        var q = Text.clean(typed).replaceAll("[%_\\\\]", "");
        var hits = new ArrayList<Hit>();
        if (q.isEmpty()) {
            return hits;
        }
        var number = q.toUpperCase(Locale.ROOT);
        var digits = q.matches("[0-9()+ \\-]{3,}") ? Text.digits(q) : "";
        if (number.matches("A\\d+") || !digits.isEmpty()) {
            orders(number, digits, limit, hits);
        }
        if (number.matches("S\\d+") || !digits.isEmpty()) {
            shipments(number, digits, limit, hits);
        }
        customers(q, number, digits, limit, hits);
        pages(q, hits);
        return hits;
    }

    private void orders(String number, String digits, int limit, List<Hit> hits) {
        hits.addAll(jdbc.sql(
                        """
                        select order_number, status, buyer_name, order_number = :number as exact from orders
                         where order_number like :number || '%'
                            or (:digits <> '' and (buyer_phone like :digits || '%' or channel_order_id like :digits || '%'))
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

    private void shipments(String number, String digits, int limit, List<Hit> hits) {
        hits.addAll(jdbc.sql(
                        """
                        select s.shipment_number, s.status, s.name, p.tracking_number,
                               s.shipment_number = :number or p.tracking_number = :digits as exact
                          from shipment s left join parcel p on p.shipment_number = s.shipment_number
                         where s.shipment_number like :number || '%'
                            or (length(:digits) >= 6 and p.tracking_number like :digits || '%')
                         order by s.shipment_number desc limit :limit
                        """)
                .param("number", number)
                .param("digits", digits)
                .param("limit", limit)
                .query((row, n) -> new Hit(
                        "shipment",
                        row.getString(1),
                        row.getString(2),
                        personal.name(row.getString(3)),
                        "/shipments/" + row.getString(1),
                        row.getBoolean(5)))
                .list());
    }

    private void customers(String q, String number, String digits, int limit, List<Hit> hits) {
        var name = Text.key(q);
        hits.addAll(jdbc.sql(
                        """
                        select number, name, kana, phone, number = :number as exact from customer
                         where number like :number || '%'
                            or (:digits <> '' and phone_key like :digits || '%')
                            or (:digits = '' and customer_grams(name_key, kana_key) @> cast(:grams as text[])
                                and (name_key like '%' || :name || '%' or kana_key like '%' || :kana || '%'))
                         order by number limit :limit
                        """)
                .param("number", number)
                .param("digits", digits)
                .param("name", name)
                .param("kana", Text.katakana(name))
                .param("grams", digits.isEmpty() ? grams(name) : new String[] {"-"})
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

    /** Single characters and pairs, as the index holds them; kana typed as hiragana is found by its pairs in katakana. */
    private static String[] grams(String key) {
        var text = Text.katakana(key).equals(key) ? key : Text.katakana(key);
        var some = text.isEmpty() ? List.<String>of() : List.of(text.substring(0, Math.min(2, text.length())));
        return some.toArray(String[]::new);
    }

    private void pages(String q, List<Hit> hits) {
        for (var page : frame.pages()) {
            var title = show.text("nav." + page.key(), page.key());
            if (title.toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT))
                    || page.key().startsWith(q.toLowerCase(Locale.ROOT))) {
                hits.add(new Hit("page", title, null, null, page.path(), false));
            }
        }
    }
}
