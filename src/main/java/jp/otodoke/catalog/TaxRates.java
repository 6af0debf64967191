package jp.otodoke.catalog;

import java.time.LocalDate;
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
        return jdbc.sql(
                        """
                        select percent from tax_rate where tax_class = :taxClass and valid_from <= :day
                        order by valid_from desc limit 1""")
                .param("taxClass", taxClass.name())
                .param("day", day)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
