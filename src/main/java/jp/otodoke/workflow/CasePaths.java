package jp.otodoke.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.workflow.ProcessMonitor.Path;
import jp.otodoke.workflow.ProcessMonitor.Step;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The paths of cases: what was done before their process started, then what stands in its history. */
@Component
class CasePaths {
    private static final String START = "startEvent";

    private final CaseHistory histories;
    private final StepsBeforeStart stepsBeforeStart;
    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    CasePaths(
            CaseHistory histories,
            StepsBeforeStart stepsBeforeStart,
            RepositoryService repository,
            JdbcClient jdbc,
            BusinessClock clock) {
        this.histories = histories;
        this.stepsBeforeStart = stepsBeforeStart;
        this.repository = repository;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By key; the latest instance of each case. Cases without history are omitted. */
    Map<String, Path> of(String process, Collection<String> keys) {
        var instances = instances(process, keys);
        var paths = new HashMap<String, Path>();
        var ways = histories.of(instances.keySet());
        instances.forEach((id, instance) -> {
            var way = ways.get(id);
            if (way != null) {
                paths.put(instance.key(), new Path(process, steps(process, instance, way)));
            }
        });
        if (paths.size() < keys.size()) {
            queued(process, keys).forEach(paths::putIfAbsent);
        }
        return paths;
    }

    private Map<String, Instance> instances(String process, Collection<String> keys) {
        var found = new LinkedHashMap<String, Instance>();
        jdbc.sql(
                        """
                        select id_, business_key_, proc_def_id_, start_time_ from act_hi_procinst
                         where business_key_ in (:keys) and proc_def_key_ = :process order by start_time_
                        """)
                .param("keys", keys)
                .param("process", process)
                .query(row -> {
                    found.put(row.getString("id_"), instance(row));
                });
        return found;
    }

    private static Instance instance(ResultSet row) throws SQLException {
        return new Instance(
                row.getString("business_key_"),
                row.getString("proc_def_id_"),
                row.getTimestamp("start_time_").toInstant());
    }

    private List<Step> steps(String process, Instance instance, List<CaseHistory.Entry> way) {
        return Stream.concat(
                        before(process, instance, way).stream(), way.stream().map(Step::of))
                .toList();
    }

    private List<Step> before(String process, Instance instance, List<CaseHistory.Entry> way) {
        return way.stream()
                .filter(entry -> !PathMap.CONTAINERS.contains(entry.type()))
                .findFirst()
                .filter(first -> !first.type().equals(START))
                .map(first -> passed(process, instance.definitionId(), first.step(), instance.startedAt()))
                .orElse(List.of());
    }

    /** What was done in one go, when the case was made. */
    private List<Step> passed(String process, String definitionId, String start, Instant at) {
        return stepsBeforeStart.upTo(definitionId, start).stream()
                .filter(step -> !step.id().equals(start))
                .map(step -> new Step(process, step.id(), step.type(), at, at))
                .toList();
    }

    /** Cases whose process is still to be started: they stand where it will begin. */
    private Map<String, Path> queued(String process, Collection<String> keys) {
        var paths = new HashMap<String, Path>();
        jdbc.sql(
                        """
                        select business_key, step, extract(epoch from clock_timestamp() - created_at)::bigint as age
                          from process_start where business_key in (:keys) and process = :process
                        """)
                .param("keys", keys)
                .param("process", process)
                .query(row -> {
                    var since = clock.instant().minus(Duration.ofSeconds(row.getLong("age")));
                    paths.put(row.getString("business_key"), queued(process, row.getString("step"), since));
                });
        return paths;
    }

    private Path queued(String process, String start, Instant since) {
        var definitionId = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        var steps = new ArrayList<>(passed(process, definitionId, start, since));
        stepsBeforeStart.upTo(definitionId, start).stream()
                .filter(step -> step.id().equals(start))
                .forEach(step -> steps.add(new Step(process, step.id(), step.type(), since, null)));
        return new Path(process, steps);
    }

    private record Instance(String key, String definitionId, Instant startedAt) {}
}
