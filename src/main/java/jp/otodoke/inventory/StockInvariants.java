package jp.otodoke.inventory;

import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.platform.invariants.SqlInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invariants of stock. */
@Configuration(proxyBeanMethods = false)
class StockInvariants {
    @Bean
    Invariant stockOnHandIsTheSumOfMovements(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "stock-on-hand-is-sum-of-movements",
                """
                select count(*) from (
                    select coalesce(b.sku, m.sku) from stock_balance b
                      full join (select sku, warehouse, condition, sum(quantity) as quantity
                                   from stock_movement group by 1, 2, 3) m
                             on m.sku = b.sku and m.warehouse = b.warehouse and m.condition = b.condition
                     where coalesce(b.on_hand, 0) <> coalesce(m.quantity, 0)) broken
                """);
    }

    @Bean
    Invariant stockAllocatedWithinOnHand(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "stock-allocated-within-on-hand",
                """
                select count(*) from stock_balance
                 where allocated > on_hand or allocated < 0 or condition <> 'GOOD' and allocated > 0
                """);
    }

    @Bean
    Invariant stockAllocatedIsTheSumOfAllocations(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "stock-allocated-is-sum-of-allocations",
                """
                select count(*) from (
                    select coalesce(b.sku, a.sku) from stock_balance b
                      full join (select sku, warehouse, 'GOOD' as condition, sum(quantity) as quantity
                                   from stock_allocation group by 1, 2) a
                             on a.sku = b.sku and a.warehouse = b.warehouse and a.condition = b.condition
                     where coalesce(b.allocated, 0) <> coalesce(a.quantity, 0)) broken
                """);
    }
}
