package jp.otodoke.demo.simulators;

import static jp.otodoke.demo.simulators.SimulatedEvents.texts;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The stock that the simulated warehouse believes to have: the initial goods and later arrivals, less what it
 * shipped by its own count. It learns of arriving goods from Otodoke's ledger, its only source for them.
 */
@Component("simulatedStockBook")
@Simulated
class SimulatedStockBook {
    record Item(String itemCode, long onHand, long allocated) {}

    private final JdbcClient jdbc;

    SimulatedStockBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From here on the warehouse keeps its own count of these items. */
    void takeOver(String warehouse, Collection<String> items) {
        begin(warehouse, unknown(warehouse).stream().filter(items::contains).toList());
    }

    private void begin(String warehouse, List<String> unknown) {
        if (unknown.isEmpty()) {
            return;
        }
        // One look at all movements of many items: a firm with years behind it has ten million.
        jdbc.sql(
                        """
                insert into sim_stock (warehouse, item_code, shipped_before)
                select :warehouse, u.sku, coalesce(m.shipped, 0)
                from unnest(:unknown::text[]) as u (sku)
                left join (select sku, -sum(quantity) as shipped from inventory_movement_view
                           where warehouse = :warehouse and condition = 'GOOD' and kind = 'SHIPMENT'
                             and sku = any(:unknown::text[])
                           group by sku) m on m.sku = u.sku
                on conflict do nothing
                """)
                .param("warehouse", warehouse)
                .param("unknown", texts(unknown))
                .update();
    }

    /** Items in stock that the warehouse doesn't count yet. */
    private List<String> unknown(String warehouse) {
        return jdbc.sql(
                        """
                select b.sku from inventory_balance_view b
                where b.warehouse = ? and b.condition = 'GOOD'
                  and not exists (select 1 from sim_stock s where s.warehouse = b.warehouse and s.item_code = b.sku)
                """)
                .param(warehouse)
                .query(String.class)
                .list();
    }

    /** Counts what these shipments contain; items not kept in stock are not counted. */
    void shipped(String warehouse, Collection<String> shipNos) {
        jdbc.sql(
                        """
                update sim_stock s set shipped = s.shipped + l.quantity
                from (select item_code, sum(quantity) as quantity from sim_parcel_line
                      where ship_no = any(?) group by item_code) l
                where l.item_code = s.item_code and s.warehouse = ?
                """)
                .param(texts(shipNos))
                .param(warehouse)
                .update();
    }

    List<Item> count(String warehouse) {
        begin(warehouse, unknown(warehouse));
        return jdbc.sql(
                        """
                select s.item_code, sim_otherwise(s.warehouse, s.item_code) - s.shipped_before - s.shipped as on_hand,
                       coalesce(a.quantity, 0) as allocated
                from sim_stock s
                left join (select p.warehouse, l.item_code, sum(l.quantity) as quantity
                           from sim_parcel p join sim_parcel_line l on l.ship_no = p.ship_no
                           where p.state = 'ACCEPTED' group by 1, 2) a
                       on a.item_code = s.item_code and a.warehouse = s.warehouse
                where s.warehouse = ?
                order by s.item_code
                """)
                .param(warehouse)
                .query(Item.class)
                .list();
    }
}
