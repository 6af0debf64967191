package jp.otodoke.inserts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Chooses the inserts of a parcel. */
@Component
public class ChooseInserts {
    private final JdbcClient jdbc;

    ChooseInserts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rules valid on a day; load once for many parcels. */
    @Transactional(readOnly = true)
    public List<Rule> rules(LocalDate day) {
        return jdbc.sql(
                        """
                        select code, sku, name, applies_to, goods_from from insert_rule
                         where active and valid_from <= :day and (valid_until is null or valid_until >= :day)
                         order by code
                        """)
                .param("day", day)
                .query(ChooseInserts::rule)
                .list();
    }

    /** @param goods the amount of goods in the parcel */
    public List<Rule> choose(List<Rule> rules, boolean firstOrder, Yen goods) {
        return rules.stream().filter(r -> r.applies(firstOrder, goods)).toList();
    }

    private static Rule rule(ResultSet row, int index) throws SQLException {
        var goodsFrom = row.getObject("goods_from", Long.class);
        return new Rule(
                row.getString("code"),
                Sku.of(row.getString("sku")),
                row.getString("name"),
                AppliesTo.valueOf(row.getString("applies_to")),
                goodsFrom == null ? null : Yen.of(goodsFrom));
    }

    /** When a rule applies. */
    public enum AppliesTo {
        EVERY_PARCEL,
        FIRST_ORDER,
        GOODS_FROM
    }

    /** @param name tells staff why the insert is in the parcel */
    public record Rule(String code, Sku sku, String name, AppliesTo appliesTo, @Nullable Yen goodsFrom) {
        boolean applies(boolean firstOrder, Yen goods) {
            return switch (appliesTo) {
                case EVERY_PARCEL -> true;
                case FIRST_ORDER -> firstOrder;
                case GOODS_FROM -> goodsFrom != null && goods.isAtLeast(goodsFrom);
            };
        }
    }
}
