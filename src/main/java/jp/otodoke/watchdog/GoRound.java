package jp.otodoke.watchdog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.shared.Sighting;
import jp.otodoke.shared.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One round: asks every watch what it sees and brings the findings up to date. */
@Component
class GoRound {
    /** Beyond so many of one kind there is one finding for all: somebody has to look at the cause, not at a list. */
    static final int FEW = 50;

    static final String MANY = "*";

    private static final Logger log = LoggerFactory.getLogger(GoRound.class);

    private final ObjectProvider<Watch> watches;
    private final KeepFindings findings;
    private final TransactionTemplate transaction;

    GoRound(ObjectProvider<Watch> watches, KeepFindings findings, TransactionTemplate transaction) {
        this.watches = watches;
        this.findings = findings;
        this.transaction = transaction;
    }

    /** @param sure whether what was suspected before and is seen again is opened now */
    void go(boolean sure) {
        var seen = new LinkedHashMap<String, List<Sighting>>();
        var blind = new HashSet<String>();
        watches.stream().forEach(watch -> {
            try {
                seen.put(watch.kind(), few(look(watch)));
            } catch (RuntimeException e) {
                // The others still see; what this one found before stays open until it can look again.
                log.warn("The watch {} could not look", watch.kind(), e);
                blind.add(watch.kind());
            }
        });
        findings.keep(seen, blind, sure);
    }

    private List<Sighting> look(Watch watch) {
        var found = transaction.execute(status -> watch.look());
        return found == null ? List.of() : found;
    }

    private static List<Sighting> few(List<Sighting> seen) {
        return seen.size() <= FEW ? seen : collect(seen);
    }

    private static List<Sighting> collect(List<Sighting> seen) {
        Map<String, List<Sighting>> byGroup = new LinkedHashMap<>();
        seen.forEach(
                s -> byGroup.computeIfAbsent(s.group(), g -> new ArrayList<>()).add(s));
        var largest = byGroup.values().stream()
                .max(Comparator.comparingInt(List::size))
                .orElse(seen);
        var oldest = seen.stream().min(Comparator.comparing(Sighting::since)).orElse(seen.get(0));
        return List.of(new Sighting(
                MANY,
                largest.get(0).group(),
                oldest.href(),
                oldest.since(),
                List.of(Integer.toString(seen.size()), oldest.subject())));
    }
}
