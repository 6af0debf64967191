package jp.otodoke.catalog;

import java.time.LocalDate;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Charges beside the goods on a day, tax included: shipping, gift wrapping and the fee for cash on delivery. */
@Service
public class Charges {
    private final JdbcClient jdbc;

    Charges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param goods amount of goods, which decides whether shipping is free */
    @Transactional(readOnly = true)
    public Yen shippingFee(String prefecture, Yen goods, LocalDate day) {
        return jdbc.sql(
                        """
                        select case when :goods >= (select goods from free_shipping_threshold where valid_from <= :day
                                                    order by valid_from desc limit 1) then 0 else amount end
                        from shipping_fee where prefecture in (:prefecture, '') and valid_from <= :day
                        order by prefecture = '', valid_from desc limit 1""")
                .param("goods", goods.amount())
                .param("prefecture", prefecture)
                .param("day", day)
                .query(Long.class)
                .optional()
                .map(Yen::of)
                .orElse(Yen.ZERO);
    }

    /** For the goods of one destination. */
    @Transactional(readOnly = true)
    public Yen wrappingFee(LocalDate day) {
        return jdbc.sql("select amount from wrapping_fee where valid_from <= :day order by valid_from desc limit 1")
                .param("day", day)
                .query(Long.class)
                .optional()
                .map(Yen::of)
                .orElse(Yen.ZERO);
    }

    /** @param amount goods, shipping and wrapping, which the carrier collects */
    @Transactional(readOnly = true)
    public Yen codFee(Yen amount, LocalDate day) {
        return jdbc.sql(
                        """
                        select amount from cod_fee
                        where valid_from = (select max(valid_from) from cod_fee where valid_from <= :day)
                          and (below > :amount or below is null)
                        order by below nulls last limit 1""")
                .param("amount", amount.amount())
                .param("day", day)
                .query(Long.class)
                .optional()
                .map(Yen::of)
                .orElse(Yen.ZERO);
    }
}
