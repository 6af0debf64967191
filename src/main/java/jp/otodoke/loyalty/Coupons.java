package jp.otodoke.loyalty;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks up coupons, and what they brought. */
@Component
public class Coupons {
    private static final String SELECT =
            """
            select c.*, (select array_agg(p.sku order by p.sku) from coupon_product p where p.coupon_id = c.id) as skus,
                   coalesce(u.uses, 0) as uses, coalesce(u.discount, 0) as discount, coalesce(u.sales, 0) as sales
              from coupon c
              left join lateral (select count(*) as uses, sum(discount) as discount, sum(sales) as sales from coupon_use
                                  where coupon_id = c.id and returned_at is null and :counted) u on true
             where\s""";

    private final JdbcClient jdbc;

    Coupons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Width and case are ignored. */
    @Transactional(readOnly = true)
    public Optional<CouponRow> find(@Nullable String code) {
        return jdbc.sql(SELECT + "c.code = :code")
                .param("counted", true)
                .param("code", Coupon.code(code))
                .query(Coupons::row)
                .optional();
    }

    /** Active ones first, then the newest. */
    @Transactional(readOnly = true)
    public List<CouponRow> list(int offset, int limit) {
        return jdbc.sql(SELECT + "true order by c.active desc, c.valid_from desc, c.code offset :offset limit :limit")
                .param("counted", true)
                .param("offset", offset)
                .param("limit", limit)
                .query(Coupons::row)
                .list();
    }

    @Transactional(readOnly = true)
    public long count() {
        return jdbc.sql("select count(*) from coupon").query(Long.class).single();
    }

    /** The coupon that an order uses. */
    @Transactional(readOnly = true)
    public Optional<Coupon> of(OrderNumber order) {
        return read(
                        "id = (select coupon_id from coupon_use where order_number = :order and returned_at is null)",
                        query -> query.param("order", order.value()))
                .stream()
                .map(CouponRow::terms)
                .findFirst();
    }

    /** The id of the coupon that an order uses. */
    Optional<Long> idOf(OrderNumber order) {
        return jdbc.sql("select coupon_id from coupon_use where order_number = :order and returned_at is null")
                .param("order", order.value())
                .query(Long.class)
                .optional();
    }

    /** The codes of the coupons that orders use; orders without one are left out. */
    @Transactional(readOnly = true)
    public Map<OrderNumber, String> codes(Collection<OrderNumber> orders) {
        var codes = new HashMap<OrderNumber, String>();
        jdbc.sql(
                        """
                        select u.order_number, c.code from coupon_use u join coupon c on c.id = u.coupon_id
                         where u.order_number = any(:orders) and u.returned_at is null
                        """)
                .param("orders", orders.stream().map(OrderNumber::value).toArray(String[]::new))
                .query((ResultSet row) -> {
                    codes.put(OrderNumber.of(row.getString("order_number")), row.getString("code"));
                });
        return codes;
    }

    /** Without counting what they brought. */
    List<CouponRow> read(String condition, UnaryOperator<StatementSpec> values) {
        return values.apply(jdbc.sql(SELECT + "c." + condition).param("counted", false))
                .query(Coupons::row)
                .list();
    }

    private static CouponRow row(ResultSet row, int index) throws SQLException {
        var terms = new Coupon(
                row.getString("code"),
                row.getString("name"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                CouponKind.valueOf(row.getString("kind")),
                row.getInt("value"),
                Yen.of(row.getLong("minimum")),
                row.getObject("quota", Integer.class),
                row.getObject("per_customer", Integer.class),
                row.getBoolean("first_purchase"),
                row.getBoolean("active"),
                skus(row.getArray("skus")));
        return new CouponRow(
                row.getLong("id"),
                terms,
                row.getInt("used"),
                row.getLong("uses"),
                Yen.of(row.getLong("discount")),
                Yen.of(row.getLong("sales")));
    }

    private static Set<Sku> skus(@Nullable Array skus) throws SQLException {
        return skus == null
                ? Set.of()
                : Arrays.stream((String[]) skus.getArray()).map(Sku::of).collect(Collectors.toSet());
    }
}
