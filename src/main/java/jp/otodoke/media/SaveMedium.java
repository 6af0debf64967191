package jp.otodoke.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.staff.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Saves an advertisement, new or known. */
@Component
public class SaveMedium {
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    SaveMedium(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** @throws InvalidInput naming every mistake */
    @Transactional
    public void save(Medium typed) {
        var medium = new Medium(
                TextNormalizer.clean(typed.code()).toUpperCase(Locale.ROOT),
                TextNormalizer.clean(typed.name()),
                TextNormalizer.orNull(TextNormalizer.digits(typed.dialled())),
                typed.active());
        check(medium);
        jdbc.sql(
                        """
                        insert into medium (code, name, dialled, active) values (:code, :name, :dialled, :active)
                        on conflict (code) do update
                           set name = :name, dialled = :dialled, active = :active, version = medium.version + 1
                        """)
                .param("code", medium.code())
                .param("name", medium.name())
                .param("dialled", medium.dialled())
                .param("active", medium.active())
                .update();
        audit.record("medium-saved", medium.code(), medium.name());
    }

    private void check(Medium medium) {
        var problems = new ArrayList<FieldProblem>();
        if (!medium.code().matches("[A-Z0-9][A-Z0-9_-]{0,29}")) {
            problems.add(problem("code", "invalid"));
        }
        if (medium.name().isEmpty() || medium.name().length() > 100) {
            problems.add(problem("name", "required"));
        }
        var dialled = medium.dialled();
        if (dialled != null && !dialled.matches("[0-9]{9,15}")) {
            problems.add(problem("dialled", "invalid"));
        }
        if (dialled != null && taken(medium.code(), dialled)) {
            problems.add(problem("dialled", "taken"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(List.copyOf(problems));
        }
    }

    private boolean taken(String code, String dialled) {
        return jdbc.sql("select exists (select 1 from medium where dialled = :dialled and code <> :code)")
                .param("dialled", dialled)
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    private FieldProblem problem(String field, String code) {
        var key = "media.problem." + field + "." + code;
        return new FieldProblem(field, code, BilingualText.of(key));
    }
}
