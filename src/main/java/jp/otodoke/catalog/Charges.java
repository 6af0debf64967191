package jp.otodoke.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Charges beside the goods on a day, tax included: shipping, gift wrapping and the fee for cash on delivery. */
@Service
public class Charges {
    private static final String ON_DAY =
            """
            (select distinct on (prefecture) 'SHIPPING' as kind, prefecture, cast(null as bigint) as bound, amount
               from shipping_fee where valid_from <= :day order by prefecture, valid_from desc)
            union all
            (select 'FREE', '', goods, 0 from free_shipping_threshold where valid_from <= :day
              order by valid_from desc limit 1)
            union all
            (select 'WRAPPING', '', null, amount from wrapping_fee where valid_from <= :day
              order by valid_from desc limit 1)
            union all
            (select 'COD', '', below, amount from cod_fee
              where valid_from = (select max(valid_from) from cod_fee where valid_from <= :day)
              order by below nulls last)
            """;

    private final JdbcClient jdbc;

    Charges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them in one query. */
    @Transactional(readOnly = true)
    public ChargesOfDay on(LocalDate day) {
        var read = new Read();
        jdbc.sql(ON_DAY).param("day", day).query(row -> {
            read.add(row);
        });
        return new ChargesOfDay(read.shipping, read.freeFrom, read.wrapping, read.codTiers);
    }

    /** @param goods amount of goods, which decides whether shipping is free */
    @Transactional(readOnly = true)
    public Yen shippingFee(String prefecture, Yen goods, LocalDate day) {
        return on(day).shippingFee(prefecture, goods);
    }

    /** For the goods of one destination. */
    @Transactional(readOnly = true)
    public Yen wrappingFee(LocalDate day) {
        return on(day).wrappingFee();
    }

    /** @param amount goods, shipping and wrapping, which the carrier collects */
    @Transactional(readOnly = true)
    public Yen codFee(Yen amount, LocalDate day) {
        return on(day).codFee(amount);
    }

    private static final class Read {
        private final Map<String, Yen> shipping = new HashMap<>();
        private final List<ChargesOfDay.CodTier> codTiers = new ArrayList<>();
        private @Nullable Yen freeFrom;
        private Yen wrapping = Yen.ZERO;

        private void add(ResultSet row) throws SQLException {
            var amount = Yen.of(row.getLong("amount"));
            var bound = row.getObject("bound", Long.class);
            switch (row.getString("kind")) {
                case "SHIPPING" -> shipping.put(row.getString("prefecture"), amount);
                case "FREE" -> freeFrom = bound == null ? null : Yen.of(bound);
                case "WRAPPING" -> wrapping = amount;
                default -> codTiers.add(new ChargesOfDay.CodTier(bound == null ? null : Yen.of(bound), amount));
            }
        }
    }
}
