package jp.otodoke.watchdog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.platform.checks.Check;
import jp.otodoke.platform.checks.Observation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One run: executes every check and updates the findings. */
@Component
class RunChecks {
    /**
     * Beyond this number of one kind there is one finding for all: somebody has to look at the cause, not at a
     * list.
     */
    static final int MAX_FINDINGS = 50;

    static final String ALL_OF_KIND = "*";

    private static final Logger log = LoggerFactory.getLogger(RunChecks.class);

    private final ObjectProvider<Check> checks;
    private final UpdateFindings findings;
    private final TransactionTemplate transaction;

    RunChecks(ObjectProvider<Check> checks, UpdateFindings findings, TransactionTemplate transaction) {
        this.checks = checks;
        this.findings = findings;
        this.transaction = transaction;
    }

    /** @param confirmed whether findings that were suspected and are observed again are opened now */
    void run(boolean confirmed) {
        var seen = new LinkedHashMap<String, List<Observation>>();
        var failed = new HashSet<String>();
        checks.stream().forEach(check -> {
            try {
                seen.put(check.kind(), limit(observe(check)));
            } catch (RuntimeException e) {
                // The other checks still run; findings of this one stay open until it works again.
                log.warn("Check {} failed", check.kind(), e);
                failed.add(check.kind());
            }
        });
        findings.update(seen, failed, confirmed);
    }

    private List<Observation> observe(Check check) {
        var found = transaction.execute(status -> check.observe());
        return found == null ? List.of() : found;
    }

    private static List<Observation> limit(List<Observation> seen) {
        return seen.size() <= MAX_FINDINGS ? seen : collect(seen);
    }

    private static List<Observation> collect(List<Observation> seen) {
        Map<String, List<Observation>> byGroup = new LinkedHashMap<>();
        seen.forEach(
                s -> byGroup.computeIfAbsent(s.group(), g -> new ArrayList<>()).add(s));
        var largest = byGroup.values().stream()
                .max(Comparator.comparingInt(List::size))
                .orElse(seen);
        var oldest = seen.stream().min(Comparator.comparing(Observation::since)).orElse(seen.get(0));
        return List.of(new Observation(
                ALL_OF_KIND,
                largest.get(0).group(),
                oldest.href(),
                oldest.since(),
                List.of(Integer.toString(seen.size()), oldest.subject())));
    }
}
