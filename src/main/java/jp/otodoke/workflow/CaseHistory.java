package jp.otodoke.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps that cases have passed, each call followed by the steps of the called process. */
@Component
class CaseHistory {
    private final JdbcClient jdbc;

    CaseHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By top-level instance; instances without history are omitted. */
    Map<String, List<Entry>> of(Collection<String> roots) {
        if (roots.isEmpty()) {
            return Map.of();
        }
        var byInstance = new HashMap<String, List<Entry>>();
        jdbc.sql(
                        """
                        select id_, proc_inst_id_, proc_def_key_, act_id_, act_type_, start_time_, end_time_, call_proc_inst_id_
                          from act_hi_actinst where root_proc_inst_id_ in (:roots)
                         order by start_time_, sequence_counter_
                        """)
                .param("roots", roots)
                .query(row -> {
                    byInstance
                            .computeIfAbsent(row.getString("proc_inst_id_"), instance -> new ArrayList<>())
                            .add(entry(row));
                });
        var histories = new HashMap<String, List<Entry>>();
        for (var root : roots) {
            if (byInstance.containsKey(root)) {
                var way = new ArrayList<Entry>();
                follow(root, byInstance, way);
                histories.put(root, way);
            }
        }
        return histories;
    }

    private static void follow(String instance, Map<String, List<Entry>> byInstance, List<Entry> way) {
        for (var entry : byInstance.getOrDefault(instance, List.of())) {
            way.add(entry);
            if (entry.called() != null) {
                follow(entry.called(), byInstance, way);
            }
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var until = row.getTimestamp("end_time_");
        return new Entry(
                row.getString("id_"),
                row.getString("proc_def_key_"),
                row.getString("act_id_"),
                row.getString("act_type_"),
                row.getTimestamp("start_time_").toInstant(),
                until == null ? null : until.toInstant(),
                row.getString("call_proc_inst_id_"));
    }

    /**
     * One step in the history of a case.
     *
     * @param until null while the case is at the step
     * @param called the process instance that a call activity started
     */
    record Entry(
            String id,
            String process,
            String step,
            String type,
            Instant since,
            @Nullable Instant until,
            @Nullable String called) {}
}
