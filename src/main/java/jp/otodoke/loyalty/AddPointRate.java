package jp.otodoke.loyalty;

import java.util.ArrayList;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.staff.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds a rate at which goods earn points, for good or for a campaign. */
@Component
public class AddPointRate {
    private static final int LONGEST = 100;

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    AddPointRate(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** @throws InvalidInput naming every mistake */
    @Transactional
    public void add(PointRate typed) {
        var name = TextNormalizer.clean(typed.name());
        check(typed, name);
        jdbc.sql(
                        """
                        insert into point_rate (name, per_mille, valid_from, valid_until, valid_months)
                        values (:name, :perMille, :from, :until, :months)
                        """)
                .param("name", name)
                .param("perMille", typed.perMille())
                .param("from", typed.validFrom())
                .param("until", typed.validUntil())
                .param("months", typed.validMonths())
                .update();
        audit.record("point-rate-added", name, String.valueOf(typed.perMille()));
    }

    private static void check(PointRate typed, String name) {
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
