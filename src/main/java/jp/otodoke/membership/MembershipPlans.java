package jp.otodoke.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.platform.data.Sorting;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds plans. */
@Component
public class MembershipPlans {
    public static final Sorting SORTING = new Sorting(
            Map.of("code", "p.code", "name", "p.name", "dues", "p.dues", "members", "members"), "code", "p.code");

    private static final String SELECT =
            """
            select p.*, (select count(*) from membership m where m.plan = p.code and m.state = 'ACTIVE') as members
              from membership_plan p
            """;

    private final JdbcClient jdbc;

    MembershipPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<PlanRow> find(String code) {
        return jdbc.sql(SELECT + " where p.code = :code")
                .param("code", code)
                .query(MembershipPlans::read)
                .optional();
    }

    /** @throws Refusal if there is none (not found) */
    @Transactional(readOnly = true)
    public PlanRow get(String code) {
        return find(code).orElseThrow(() -> Refusal.notFound("plan.not-found", code));
    }

    /** Nobody changes or removes it until the transaction ends. */
    Optional<MembershipPlan> locked(String code) {
        return jdbc.sql("select p.*, 0 as members from membership_plan p where p.code = :code for share")
                .param("code", code)
                .query(MembershipPlans::read)
                .optional()
                .map(PlanRow::plan);
    }

    /** @param sort null for by code */
    @Transactional(readOnly = true)
    public List<PlanRow> list(@Nullable String sort, int offset, int limit) {
        return jdbc.sql(SELECT + SORTING.orderBy(sort) + " offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query(MembershipPlans::read)
                .list();
    }

    @Transactional(readOnly = true)
    public long count() {
        return jdbc.sql("select count(*) from membership_plan")
                .query(Long.class)
                .single();
    }

    private static PlanRow read(ResultSet row, int index) throws SQLException {
        return new PlanRow(
                new MembershipPlan(
                        row.getString("code"),
                        row.getString("name"),
                        Yen.of(row.getLong("dues")),
                        row.getInt("tax_rate"),
                        DuesPeriod.valueOf(row.getString("period")),
                        row.getInt("due_day"),
                        row.getInt("grace_days"),
                        row.getBoolean("active")),
                row.getLong("members"));
    }

    /** @param members how many are active by it */
    public record PlanRow(MembershipPlan plan, long members) {}
}
