package jp.otodoke.customers.sql;

import java.util.HashMap;
import java.util.List;
import jp.otodoke.customers.NamePart;
import jp.otodoke.platform.pages.SearchHit;
import jp.otodoke.platform.pages.SearchSource;
import jp.otodoke.platform.pages.SearchTerm;
import jp.otodoke.platform.personal.PersonalView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds customers by number, beginning or end of the phone number, or name. */
@Component
class CustomerHits implements SearchSource {
    private final JdbcClient jdbc;
    private final PersonalView personal;

    CustomerHits(JdbcClient jdbc, PersonalView personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public List<SearchHit> find(SearchTerm term, int limit) {
        var name = NamePart.typed(term.text());
        var names = new HashMap<String, Object>();
        name.putInto(names);
        return jdbc.sql(
                        """
                        select number, name, kana, phone, number = :number as exact from customers_customer_view
                         where number in (
                               (select number from customers_customer_view where number like :number || '%%' order by number limit :limit)
                               union all
                               (select number from customers_customer_view where :digits <> '' and phone_key <> '' and phone_key like :digits || '%%' limit 100)
                               union all
                               (select number from customers_customer_view where number = :inFull)
                               union all
                               (select number from customers_customer_view
                                 where :ending <> '' and phone_key <> '' and reverse(phone_key) like :ending || '%%' limit 100)
                               union all
                               (select number from customers_customer_view where :digits = '' and %s limit 100))
                         order by exact desc, number = :inFull desc, number limit :limit
                        """
                                .formatted(name.condition("name_key", "kana_key")))
                .param("number", term.number())
                .param("digits", term.phone())
                .param("inFull", term.inFull("C", 7))
                .param("ending", term.ending())
                .params(names)
                .param("limit", limit)
                .query((row, n) -> new SearchHit(
                        "customer",
                        String.valueOf(personal.name(row.getString(2))),
                        null,
                        row.getString(1) + " " + (row.getString(4) == null ? "" : personal.phone(row.getString(4))),
                        "/customers/" + row.getString(1),
                        row.getBoolean(5)))
                .list();
    }
}
