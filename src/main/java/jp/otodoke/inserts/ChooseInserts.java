package jp.otodoke.inserts;

import jp.otodoke.shared.Sku;
import java.time.LocalDate;
import java.util.List;
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
                .query(Rule.class)
                .list();
    }

    /** @param goods yen of goods in the parcel */
    public List<Rule> choose(List<Rule> rules, boolean firstOrder, long goods) {
        return rules.stream().filter(r -> r.applies(firstOrder, goods)).toList();
    }

    /** When a rule applies. */
    public enum AppliesTo {
        EVERY_PARCEL,
        FIRST_ORDER,
        GOODS_FROM
    }

    /** @param name tells staff why the insert is in the parcel */
    public record Rule(String code, Sku sku, String name, AppliesTo appliesTo, @Nullable Long goodsFrom) {
        boolean applies(boolean firstOrder, long goods) {
            return switch (appliesTo) {
                case EVERY_PARCEL -> true;
                case FIRST_ORDER -> firstOrder;
                case GOODS_FROM -> goodsFrom != null && goods >= goodsFrom;
            };
        }
    }
}
