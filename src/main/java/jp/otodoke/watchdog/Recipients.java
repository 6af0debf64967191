package jp.otodoke.watchdog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.staff.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who receives mail about findings, by group. */
@Component
public class Recipients {
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s,;]+@[^@\\s,;]+\\.[^@\\s,;]+");

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Recipients(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    List<String> of(String group) {
        return jdbc.sql("select address from alert_recipient where group_name = :group order by address")
                .param("group", group)
                .query(String.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Map<String, List<String>> all() {
        var result = new LinkedHashMap<String, List<String>>();
        StaffGroup.codes().forEach(group -> result.put(group, of(group)));
        return result;
    }

    /**
     * Replaces the addresses of a group.
     *
     * @param text addresses separated by commas, spaces or line breaks; empty for nobody
     * @throws InvalidInput if something in it is not an address
     */
    @Transactional
    public void change(String group, String text) {
        var addresses = new LinkedHashSet<>(Arrays.stream(text.strip().split("[\\s,;、]+"))
                .filter(a -> !a.isEmpty())
                .toList());
        var problems = new ArrayList<FieldProblem>();
        if (!StaffGroup.codes().contains(group)) {
            problems.add(new FieldProblem("group", "unknown", BilingualText.asWritten(group)));
        }
        addresses.stream()
                .filter(a -> !ADDRESS.matcher(a).matches())
                .forEach(a -> problems.add(new FieldProblem(group, "invalid", BilingualText.asWritten(a))));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        jdbc.sql("delete from alert_recipient where group_name = :group")
                .param("group", group)
                .update();
        jdbc.sql("insert into alert_recipient (group_name, address) select :group, unnest(:addresses)")
                .param("group", group)
                .param("addresses", addresses.toArray(String[]::new))
                .update();
        audit.record("watchdog-recipients-changed", group, String.join(", ", addresses));
    }
}
