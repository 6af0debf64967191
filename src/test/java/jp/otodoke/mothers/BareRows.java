package jp.otodoke.mothers;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows for what runs on a database without the application: the simulators and the generator. */
public final class BareRows {
    private BareRows() {}

    /** So many pieces on hand, of which the ledger has received 100. */
    public static void stock(JdbcClient jdbc, String sku, int onHand) {
        jdbc.sql("insert into stock_balance (sku, on_hand) values (?, ?)")
                .params(sku, onHand)
                .update();
        moved(jdbc, sku, "RECEIPT", 100);
        moved(jdbc, sku, "SHIPMENT", onHand - 100);
    }

    /** So many pieces on hand in one warehouse, all of them received. */
    public static void received(JdbcClient jdbc, String sku, String warehouse, int pieces) {
        jdbc.sql("insert into stock_balance (sku, warehouse, on_hand) values (?, ?, ?)")
                .params(sku, warehouse, pieces)
                .update();
        jdbc.sql(
                        """
                        insert into stock_movement (sku, warehouse, kind, quantity, reference, at)
                        values (?, ?, 'RECEIPT', ?, 'first', now())
                        """)
                .params(sku, warehouse, pieces)
                .update();
    }

    public static void moved(JdbcClient jdbc, String sku, String kind, int pieces) {
        jdbc.sql("insert into stock_movement (sku, kind, quantity, reference, at) values (?, ?, ?, ?, now())")
                .params(sku, kind, pieces, kind + pieces)
                .update();
    }

    /** So many orders wait for a piece each, the first a minute after this moment and so on. */
    public static void waiting(JdbcClient jdbc, String sku, int orders, Instant after) {
        jdbc.sql(
                        """
                        insert into backorder (order_number, line_no, sku, quantity, since)
                        select ? || '-W' || lpad(n::text, 6, '0'), 1, ?, 1, ?::timestamptz + make_interval(mins => n)
                          from generate_series(1, ?) n
                        """)
                .params(sku, sku, Timestamp.from(after), orders)
                .update();
    }

    /** As {@link #waiting(JdbcClient, String, int, Instant)}, in the main warehouse, for pieces that may come from another. */
    public static void waiting(JdbcClient jdbc, String sku, int orders, Instant after, String other) {
        waiting(jdbc, sku, orders, after);
        jdbc.sql("update backorder set alternatives = array[?] where sku = ?")
                .params(other, sku)
                .update();
        jdbc.sql("insert into stock_balance (sku, warehouse) values (?, 'MAIN')")
                .param(sku)
                .update();
    }

    /** So many shipments of one parcel each that the warehouse has handed over. */
    public static void parcelsOnTheirWay(JdbcClient jdbc, int parcels) {
        jdbc.sql(
                        """
                        insert into shipment (shipment_number, version, status, status_since, warehouse, carrier, service, cool_service,
                                              customer_number, name, kana, phone, postal_code, prefecture, city, line1, line2, ship_date,
                                              payment_kind, cod_amount, cod_tax, revision, shipped_at, result_complete, created_at)
                        select 'S' || lpad(n::text, 8, '0'), 0, 'SHIPPED', now(), 'MAIN', 'YAMATO', 'TAKKYUBIN', 'NONE', 'C00000001', '見本',
                               '', '', '100-0001', '東京都', '千代田区', '千代田1-1', '', date '2026-11-23', 'PREPAID', 0, 0, 1, now(), true, now()
                          from generate_series(1, ?) n
                        """)
                .params(parcels)
                .update();
        jdbc.sql(
                        """
                        insert into parcel (tracking_number, shipment_number, carrier, state, state_at)
                        select '4' || lpad(n::text, 11, '0'), 'S' || lpad(n::text, 8, '0'), 'YAMATO', 'PICKED_UP', now()
                          from generate_series(1, ?) n
                        """)
                .params(parcels)
                .update();
    }

    /** That of the parcel of this number, from 1. */
    public static String trackingNumber(int parcel) {
        return "4%011d".formatted(parcel);
    }

    /** An order that waits since before lines were kept. */
    public static void waitingWithoutLine(JdbcClient jdbc, String order, String sku, int quantity, Instant since) {
        jdbc.sql("insert into backorder (order_number, line_no, sku, quantity, since) values (?, 0, ?, ?, ?)")
                .params(order, sku, quantity, Timestamp.from(since))
                .update();
    }

    /** Two hundred towns in three prefectures. */
    public static void postalAreas(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        insert into postal_area (zip, prefecture, city, town)
                        select lpad(n::text, 7, '0'), case n % 3 when 0 then '東京都' when 1 then '北海道' else '長野県' end, '中央町', '本町'
                          from generate_series(1000000, 1000200) n
                        """)
                .update();
    }
}
