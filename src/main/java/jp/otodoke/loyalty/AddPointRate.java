package jp.otodoke.loyalty;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.platform.data.NameLocks;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.staff.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds a rate at which all goods, or those of a group, earn points, for good or for a campaign. */
@Component
public class AddPointRate {
    static final int LOCK = 4_300;

    private static final int LONGEST = 100;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final NameLocks locks;
    private final Catalog catalog;

    AddPointRate(JdbcClient jdbc, AuditTrail audit, NameLocks locks, Catalog catalog) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.locks = locks;
        this.catalog = catalog;
    }

    /**
     * @return its id
     * @throws InvalidInput naming every mistake
     * @throws Refusal if a rate for the same goods holds on one of its days (conflict)
     */
    @Transactional
    public long add(PointRate typed) {
        var name = TextNormalizer.clean(typed.name());
        check(typed, name);
        locks.lock(LOCK, List.of("point-rates"));
        overlapping(typed).ifPresent(other -> {
            throw Refusal.conflict("points.rate.overlaps", other);
        });
        audit.record("point-rate-added", name, typed.perMille() + (typed.group() == null ? "" : " " + typed.group()));
        return jdbc.sql(
                        """
                        insert into point_rate (name, product_group, per_mille, valid_from, valid_until, valid_months)
                        values (:name, :group, :perMille, :from, :until, :months) returning id
                        """)
                .param("group", typed.group())
                .param("name", name)
                .param("perMille", typed.perMille())
                .param("from", typed.validFrom())
                .param("until", typed.validUntil())
                .param("months", typed.validMonths())
                .query(Long.class)
                .single();
    }

    /** The name of another rate for the same goods. */
    private Optional<String> overlapping(PointRate typed) {
        return jdbc.sql(
                        """
                        select name from point_rate
                         where product_group is not distinct from :group and valid_from <= coalesce(cast(:until as date), 'infinity')
                           and coalesce(valid_until, 'infinity') >= :from
                         order by valid_from limit 1
                        """)
                .param("group", typed.group(), Types.VARCHAR)
                .param("from", typed.validFrom())
                .param("until", typed.validUntil(), Types.DATE)
                .query(String.class)
                .optional();
    }

    private void check(PointRate typed, String name) {
        var problems = new ArrayList<FieldProblem>();
        if (name.isEmpty() || name.length() > LONGEST) {
            problems.add(problem("name"));
        }
        if (typed.perMille() < 0 || typed.perMille() > 1000) {
            problems.add(problem("perMille"));
        }
        if (typed.validUntil() != null && typed.validUntil().isBefore(typed.validFrom())) {
            problems.add(problem("validUntil"));
        }
        if (typed.group() != null && !catalog.groups().contains(typed.group())) {
            problems.add(problem("group"));
        }
        if (typed.validMonths() < 1 || typed.validMonths() > 120) {
            problems.add(problem("validMonths"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static FieldProblem problem(String field) {
        return new FieldProblem(field, "invalid", BilingualText.of("points.rate.problem." + field));
    }
}
