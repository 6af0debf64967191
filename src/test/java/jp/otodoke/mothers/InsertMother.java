package jp.otodoke.mothers;

import java.time.LocalDate;
import java.util.UUID;
import jp.otodoke.inserts.ChooseInserts.AppliesTo;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rule that puts an insert into parcels. */
public final class InsertMother {
    private final String code = "R-" + UUID.randomUUID().toString().substring(0, 8);
    private final AppliesTo appliesTo;
    private final @Nullable Long goodsFrom;
    private LocalDate from = LocalDate.of(2026, 1, 1);
    private @Nullable LocalDate until;
    private boolean active = true;

    private InsertMother(AppliesTo appliesTo, @Nullable Long goodsFrom) {
        this.appliesTo = appliesTo;
        this.goodsFrom = goodsFrom;
    }

    public static InsertMother forEveryParcel() {
        return new InsertMother(AppliesTo.EVERY_PARCEL, null);
    }

    public static InsertMother forFirstOrders() {
        return new InsertMother(AppliesTo.FIRST_ORDER, null);
    }

    public static InsertMother forGoodsFrom(long yen) {
        return new InsertMother(AppliesTo.GOODS_FROM, yen);
    }

    public InsertMother valid(LocalDate first, @Nullable LocalDate last) {
        from = first;
        until = last;
        return this;
    }

    public InsertMother switchedOff() {
        active = false;
        return this;
    }

    /** Rules are set up with the database, by no use case. */
    String enter(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        insert into insert_rule (code, sku, name, applies_to, goods_from, valid_from, valid_until, active)
                        values (:code, 'INS-01', 'ご案内', :appliesTo, :goodsFrom, :from, :until, :active)""")
                .param("code", code)
                .param("appliesTo", appliesTo.name())
                .param("goodsFrom", goodsFrom)
                .param("from", from)
                .param("until", until)
                .param("active", active)
                .update();
        return code;
    }
}
