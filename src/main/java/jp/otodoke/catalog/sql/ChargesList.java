package jp.otodoke.catalog.sql;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All charges and tax rates with the days they count from, newest first. */
@Service
public class ChargesList {
    /** @param prefecture empty for every one without a row of its own */
    public record ShippingFee(LocalDate validFrom, String prefecture, long amount) {}

    /** @param goods from this amount on shipping is free; null: never */
    public record FreeOver(LocalDate validFrom, @Nullable Long goods) {}

    /** @param below up to under this amount; null: without end */
    public record CodFee(LocalDate validFrom, @Nullable Long below, long amount) {}

    public record WrappingFee(LocalDate validFrom, long amount) {}

    public record TaxRate(LocalDate validFrom, String taxClass, int percent) {}

    private final JdbcClient jdbc;

    ChargesList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<ShippingFee> shippingFees() {
        return jdbc.sql("select * from shipping_fee order by valid_from desc, prefecture <> '', amount, prefecture")
                .query(ShippingFee.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<FreeOver> freeOver() {
        return jdbc.sql("select * from free_shipping_threshold order by valid_from desc")
                .query(FreeOver.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<CodFee> codFees() {
        return jdbc.sql("select * from cod_fee order by valid_from desc, below nulls last")
                .query(CodFee.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<WrappingFee> wrappingFees() {
        return jdbc.sql("select * from wrapping_fee order by valid_from desc")
                .query(WrappingFee.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<TaxRate> taxRates() {
        return jdbc.sql("select * from tax_rate order by valid_from desc, tax_class desc")
                .query(TaxRate.class)
                .list();
    }
}
