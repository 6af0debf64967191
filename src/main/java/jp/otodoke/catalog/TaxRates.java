package jp.otodoke.catalog;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import jp.otodoke.shared.TaxClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The consumption tax of a day. */
@Service
public class TaxRates {
    private final JdbcClient jdbc;

    TaxRates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public int percent(TaxClass taxClass, LocalDate day) {
        return percents(day).getOrDefault(taxClass, 0);
    }

    /** Of every class that has a rate by then. */
    @Transactional(readOnly = true)
    public Map<TaxClass, Integer> percents(LocalDate day) {
        var percents = new EnumMap<TaxClass, Integer>(TaxClass.class);
        jdbc.sql(
                        """
                        select distinct on (tax_class) tax_class, percent from tax_rate where valid_from <= :day
                        order by tax_class, valid_from desc""")
                .param("day", day)
                .query(row -> {
                    percents.put(TaxClass.valueOf(row.getString("tax_class")), row.getInt("percent"));
                });
        return percents;
    }
}
