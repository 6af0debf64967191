package jp.otodoke.loyalty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rates at which goods earn points. */
@Component
public class PointRates {
    private static final String SELECT =
            "select id, name, product_group, per_mille, valid_from, valid_until, valid_months from point_rate";

    private final JdbcClient jdbc;

    PointRates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<PointRate> all() {
        return jdbc.sql(SELECT + " order by valid_from desc, id desc")
                .query(PointRates::rate)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<PointRate> find(long id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(PointRates::rate)
                .optional();
    }

    /** That of the product's group if there is one on the day, else that for all goods; of several, from before they were refused, the highest. */
    static Optional<PointRate> on(LocalDate day, @Nullable String group, List<PointRate> rates) {
        return best(day, group, rates).or(() -> best(day, null, rates));
    }

    private static Optional<PointRate> best(LocalDate day, @Nullable String group, List<PointRate> rates) {
        return rates.stream()
                .filter(rate -> Objects.equals(rate.group(), group) && rate.isOn(day))
                .max(Comparator.comparingInt(PointRate::perMille));
    }

    private static PointRate rate(ResultSet row, int index) throws SQLException {
        return new PointRate(
                row.getLong("id"),
                row.getString("name"),
                row.getString("product_group"),
                row.getInt("per_mille"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getInt("valid_months"));
    }
}
