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

    /** The letters of made-up names, as customers write them; none is changed when names are compared. */
    public static final String LETTERS = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ";

    /** So many dues of ten different amounts, each owed by somebody with a name of his own. */
    public static void dues(JdbcClient jdbc, int dues) {
        jdbc.sql(
                        """
                        insert into receivable (number, version, kind, customer_number, method, status, charged, tax_rate, due_by, created_at,
                                                payer_kana, payer_key)
                        select 'F' || lpad(n::text, 8, '0'), 0, 'DUE', 'C' || lpad(n::text, 8, '0'), 'BANK_TRANSFER', 'PENDING',
                               1980 + 1000 * (n % 10), 10, date '2026-11-30', now(), name.first || ' ' || name.second, name.first || name.second
                          from generate_series(1, :dues) n
                         cross join lateral (select (n * 1234577::bigint) % 3748096 as a, (n * 7654321::bigint) % 3748096 as b) k
                         cross join lateral (
                             select substr(:letters, 1 + (a % 44)::int, 1) || substr(:letters, 1 + (a / 44 % 44)::int, 1)
                                    || substr(:letters, 1 + (a / 1936 % 44)::int, 1) || substr(:letters, 1 + (a / 85184)::int, 1) as first,
                                    substr(:letters, 1 + (b % 44)::int, 1) || substr(:letters, 1 + (b / 44 % 44)::int, 1)
                                    || substr(:letters, 1 + (b / 1936 % 44)::int, 1) || substr(:letters, 1 + (b / 85184)::int, 1) as second) name
                        """)
                .param("dues", dues)
                .param("letters", LETTERS)
                .update();
        jdbc.sql(
                        """
                        insert into receivable_charge (receivable, amount, reason, at)
                        select number, charged, 'CHARGED', created_at from receivable where kind = 'DUE'
                        """)
                .update();
        jdbc.sql("analyze receivable").update();
    }

    /** Those who owe dues of the same numbers, from 1. */
    public static void customers(JdbcClient jdbc, int customers) {
        jdbc.sql(
                        """
                        insert into customer (number, name, kana, postal_code, prefecture, city, line1, line2, registered_at,
                                              name_key, kana_key, phone_key, email_key, address_key)
                        select 'C' || lpad(n::text, 8, '0'), '見本' || n, '', '1000001', '東京都', '千代田区', '千代田1-' || n, '', now(),
                               '見本' || n, '', '', '', '千代田1-' || n
                          from generate_series(1, :customers) n
                        """)
                .param("customers", customers)
                .update();
    }

    /** The name of whoever owes the due of this number, from 1, and others beyond them. */
    public static String nameOfDue(int number) {
        return letters(number * 1_234_577L) + " " + letters(number * 7_654_321L);
    }

    private static String letters(long seed) {
        long left = seed % 3_748_096;
        var name = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            name.append(LETTERS.charAt((int) (left % 44)));
            left /= 44;
        }
        return name.toString();
    }

    public static long amountOfDue(int number) {
        return 1_980 + 1_000L * (number % 10);
    }
}
