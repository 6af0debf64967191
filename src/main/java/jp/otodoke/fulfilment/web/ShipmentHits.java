package jp.otodoke.fulfilment.web;

import java.util.HashMap;
import java.util.List;
import jp.otodoke.customers.NamePart;
import jp.otodoke.platform.pages.SearchHit;
import jp.otodoke.platform.pages.SearchSource;
import jp.otodoke.platform.pages.SearchTerm;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.platform.personal.PersonalView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds shipments by shipment or tracking number, or by the recipient's phone number or name. */
@Component
class ShipmentHits implements SearchSource {
    private final JdbcClient jdbc;
    private final PersonalView personal;

    ShipmentHits(JdbcClient jdbc, PersonalView personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public List<SearchHit> find(SearchTerm term, int limit) {
        var name = NamePart.typed(term.text());
        var names = new HashMap<String, Object>();
        name.putInto(names);
        return jdbc.sql(
                        """
                        select s.shipment_number, s.status, s.name, p.tracking_number,
                               s.shipment_number = :number or p.tracking_key = :digits as exact
                          from fulfilment_shipment_view s left join fulfilment_parcel_view p on p.shipment_number = s.shipment_number
                         where s.shipment_number in (
                               (select shipment_number from fulfilment_shipment_view where shipment_number like :number || '%%'
                                 order by shipment_number desc limit :limit)
                               union all
                               (select shipment_number from fulfilment_parcel_view where length(:digits) >= 6 and tracking_key like :digits || '%%' limit 100)
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
                                 where :ending <> '' and reverse(translate(d.phone, '-() ', '')) like :ending || '%%'
                                   and d.phone <> '' limit 500)
                               union all
                               (select shipment_number from fulfilment_shipment_view where shipment_number = :inFull)
                               union all
                               (select r.shipment_number
                                  from orders_destination_view d
                                  join fulfilment_shipment_line_view l on l.order_number = d.order_number
                                  join fulfilment_shipment_view r on r.shipment_number = l.shipment_number and r.name = d.name
                                 where :digits = '' and %s limit 500))
                         order by exact desc, s.shipment_number = :inFull desc, s.shipment_number desc limit :limit
                        """
                                .formatted(name.condition("replace(d.name, ' ', '')", "replace(d.kana, ' ', '')")))
                .param("number", term.number())
                .param("digits", term.digits())
                .param("ending", term.ending())
                .param("inFull", term.inFull("S", 8))
                .params(names)
                .param("limit", limit)
                .query((row, n) -> new SearchHit(
                        "shipment",
                        row.getString(1),
                        row.getString(2),
                        personal.name(Personal.Whose.PARCEL, row.getString(3)),
                        "/shipments/" + row.getString(1),
                        row.getBoolean(5)))
                .list();
    }
}
