package jp.otodoke.loyalty;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads coupons with what is left of them. */
@Component
class OpenCoupons {
    private final JdbcClient jdbc;
    private final Coupons coupons;

    OpenCoupons(JdbcClient jdbc, Coupons coupons) {
        this.jdbc = jdbc;
        this.coupons = coupons;
    }

    /**
     * @param codes in capitals of half width
     * @param customers whose uses count
     * @param lock whether nobody else may use the limited ones meanwhile
     * @return by code
     */
    Map<String, OpenCoupon> find(Collection<String> codes, Collection<CustomerNumber> customers, boolean lock) {
        if (lock) {
            lock(codes);
        }
        var found = new HashMap<Long, OpenCoupon>();
        coupons.read("code = any(:codes)", query -> query.param("codes", codes.toArray(String[]::new)))
                .forEach(one -> found.put(one.id(), new OpenCoupon(one.id(), one.terms(), one.limitedUses())));
        if (!found.isEmpty() && !customers.isEmpty()) {
            countUses(found, customers);
        }
        return found.values().stream()
                .collect(Collectors.toMap(coupon -> coupon.terms().code(), coupon -> coupon));
    }

    /** Those without limits too, as one that is given up is changed. */
    void lockAll(Collection<String> codes) {
        if (!codes.isEmpty()) {
            jdbc.sql("select id from coupon where code = any(:codes) order by id for update")
                    .param("codes", codes.toArray(String[]::new))
                    .query()
                    .listOfRows();
        }
    }

    private void lock(Collection<String> codes) {
        jdbc.sql(
                        """
                        select id from coupon where code = any(:codes) and (quota is not null or per_customer is not null)
                         order by id for update
                        """)
                .param("codes", codes.toArray(String[]::new))
                .query()
                .listOfRows();
    }

    private void countUses(Map<Long, OpenCoupon> found, Collection<CustomerNumber> customers) {
        jdbc.sql(
                        """
                        select coupon_id, customer_number, count(*) as uses from coupon_use
                         where coupon_id = any(:coupons) and customer_number = any(:customers) and returned_at is null
                         group by coupon_id, customer_number
                        """)
                .param("coupons", found.keySet().toArray(Long[]::new))
                .param("customers", PointAccounts.values(customers))
                .query((ResultSet row) -> {
                    var coupon = found.get(row.getLong("coupon_id"));
                    if (coupon != null) {
                        coupon.usedBefore(row.getString("customer_number"), row.getInt("uses"));
                    }
                });
    }
}
