package jp.otodoke.bench;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Copies what a night's orders have left, under other numbers, each table by one statement: the measure of a night. */
record NightRows(JdbcClient jdbc, TransactionTemplate transaction) {
    /** What a night leaves beside processes and customers. */
    private static final List<String> TABLES = List.of(
            "orders",
            "order_destination",
            "order_line",
            "order_event",
            "receivable",
            "receivable_charge",
            "stock_allocation");

    /**
     * @param after orders with higher numbers are copied
     * @return how many seconds that took; the copies are gone afterwards
     */
    double copied(String after) {
        long begin = System.nanoTime();
        transaction.executeWithoutResult(status -> {
            TABLES.forEach(table -> copy(table, after));
            jdbc.sql(
                            """
                            update stock_balance b set allocated = b.allocated + c.quantity
                              from (select sku, warehouse, sum(quantity) as quantity from stock_allocation
                                     where order_number like 'B%' group by 1, 2) c
                             where b.sku = c.sku and b.warehouse = c.warehouse and b.condition = 'GOOD'
                            """)
                    .update();
        });
        double seconds = (System.nanoTime() - begin) / 1e9;
        transaction.executeWithoutResult(status -> undo());
        return seconds;
    }

    private void copy(String table, String after) {
        var columns = jdbc.sql(
                        """
                        select column_name from information_schema.columns
                         where table_schema = current_schema() and table_name = :table and is_identity = 'NO'
                           and is_generated = 'NEVER' order by ordinal_position
                        """)
                .param("table", table)
                .query(String.class)
                .list();
        var values = columns.stream()
                .map(column -> switch (column) {
                    case "order_number", "number", "receivable" -> "'B' || substr(%s, 2)".formatted(column);
                    case "posting" -> "'B' || posting";
                    default -> column;
                })
                .collect(Collectors.joining(", "));
        jdbc.sql("insert into %s (%s) select %s from %s where %s > :warm and %s like 'A%%'"
                        .formatted(table, String.join(", ", columns), values, table, order(table), order(table)))
                .param("warm", after)
                .update();
    }

    private static String order(String table) {
        return switch (table) {
            case "receivable" -> "number";
            case "receivable_charge" -> "receivable";
            default -> "order_number";
        };
    }

    /** The copies have no processes, and what is allocated to them no lines that anybody ships. */
    private void undo() {
        jdbc.sql(
                        """
                        update stock_balance b set allocated = b.allocated - c.quantity
                          from (select sku, warehouse, sum(quantity) as quantity from stock_allocation
                                 where order_number like 'B%' group by 1, 2) c
                         where b.sku = c.sku and b.warehouse = c.warehouse and b.condition = 'GOOD'
                        """)
                .update();
        jdbc.sql("alter table order_event disable trigger user").update();
        jdbc.sql("alter table receivable_charge disable trigger user").update();
        for (int i = TABLES.size() - 1; i >= 0; i--) {
            jdbc.sql("delete from " + TABLES.get(i) + " where " + order(TABLES.get(i)) + " like 'B%'")
                    .update();
        }
        jdbc.sql("alter table order_event enable trigger user").update();
        jdbc.sql("alter table receivable_charge enable trigger user").update();
    }
}
