package jp.otodoke.orders.sql;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.platform.pages.SearchHit;
import jp.otodoke.platform.pages.SearchSource;
import jp.otodoke.platform.pages.SearchTerm;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.platform.personal.PersonalView;
import jp.otodoke.shared.BilingualText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds orders by what {@link OrderSearchTerms} says, whether anything has been shipped or not. */
@Component
class OrderHits implements SearchSource {
    private static final int OF_EACH_KIND = 200;

    private final JdbcClient jdbc;
    private final PersonalView personal;
    private final Formats formats;

    OrderHits(JdbcClient jdbc, PersonalView personal, Formats formats) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.formats = formats;
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public List<SearchHit> find(SearchTerm term, int limit) {
        var values = new HashMap<String, Object>();
        var found = OrderSearchTerms.queries(term.text(), values).stream()
                .map(query -> "(" + query + " order by m.order_number desc limit " + OF_EACH_KIND + ")")
                .collect(Collectors.joining(" union all "));
        return jdbc.sql(
                        """
                        with found as materialized (%s)
                        select o.order_number, o.status, o.buyer_name, o.order_number = :typed as exact,
                               (select d.name from order_destination d
                                 where d.order_number = o.order_number and d.name <> o.buyer_name
                                 order by d.dest_no limit 1) as recipient
                          from orders o
                         where o.order_number in (select order_number from found)
                         order by exact desc, o.order_number = :full desc, o.ordered_at desc, o.order_number desc limit :limit
                        """
                                .formatted(found))
                .params(values)
                .param("typed", term.number())
                .param("full", term.inFull("A", 8))
                .param("limit", limit)
                .query((row, n) -> new SearchHit(
                        "order",
                        row.getString(1),
                        row.getString(2),
                        people(row.getString(3), row.getString(5)),
                        "/orders/" + row.getString(1),
                        row.getBoolean(4)))
                .list();
    }

    private @Nullable String people(String buyer, @Nullable String recipient) {
        return recipient == null
                ? personal.name(buyer)
                : formats.localized(BilingualText.of(
                        "order.hit.people", personal.name(buyer), personal.name(Personal.Whose.PARCEL, recipient)));
    }
}
