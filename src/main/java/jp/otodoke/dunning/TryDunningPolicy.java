package jp.otodoke.dunning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.dunning.DunningCalendar.Entry;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.workflow.DraftDecision;
import jp.otodoke.workflow.DraftDecisions;
import jp.otodoke.workflow.Undecided;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tries a draft of the policy on the cases of the last month, beside the policy in force. Nothing of it is kept. */
@Component
public class TryDunningPolicy {
    private static final Duration MONTH = Duration.ofDays(31);
    private static final int SHOWN = 200;

    private final DraftDecisions drafts;
    private final DunningPolicy policy;
    private final DunningCases cases;
    private final BusinessClock clock;

    TryDunningPolicy(DraftDecisions drafts, DunningPolicy policy, DunningCases cases, BusinessClock clock) {
        this.drafts = drafts;
        this.policy = policy;
        this.cases = cases;
        this.clock = clock;
    }

    /** @param file a decision table as a DMN file */
    @Transactional(readOnly = true)
    public Trial tried(byte[] file) {
        var draft = drafts.read(DunningPolicy.TABLE, file, new DunningPolicy.NamedInRules());
        if (!draft.problems().isEmpty()) {
            return new Trial(draft.problems(), 0, 0, List.of(), Map.of(), Map.of());
        }
        return compare(draft);
    }

    private Trial compare(DraftDecision draft) {
        var differing = new ArrayList<Difference>();
        var now = new EnumMap<DunningStepKind, Long>(DunningStepKind.class);
        var then = new EnumMap<DunningStepKind, Long>(DunningStepKind.class);
        int others = 0;
        var all = cases.openedSince(clock.instant().minus(MONTH));
        for (var one : all) {
            var inForce = policy.calendar(one.facts());
            var drafted = calendar(draft, one.facts());
            count(inForce, now);
            count(drafted, then);
            if (!inForce.equals(drafted)) {
                others++;
                if (differing.size() < SHOWN) {
                    differing.add(new Difference(one, inForce, drafted));
                }
            }
        }
        return new Trial(List.of(), all.size(), others, differing, now, then);
    }

    private static DunningCalendar calendar(DraftDecision draft, DunningFacts facts) {
        try {
            return DunningPolicy.read(draft.decide(facts.asMap()).get(DunningPolicy.CALENDAR))
                    .orElse(DunningCalendar.PERSON_AT_ONCE);
        } catch (Undecided undecided) {
            return DunningCalendar.PERSON_AT_ONCE;
        }
    }

    private static void count(DunningCalendar calendar, Map<DunningStepKind, Long> counts) {
        calendar.entries().stream().map(Entry::kind).forEach(kind -> counts.merge(kind, 1L, Long::sum));
    }

    /**
     * @param problems why the draft can't be used; then nothing else is told
     * @param cases that were opened in the last month
     * @param others how many of them the draft plans otherwise
     * @param differing the first of those
     * @param now how many steps of each kind are planned by the policy in force
     * @param then how many by the draft
     */
    public record Trial(
            List<String> problems,
            int cases,
            int others,
            List<Difference> differing,
            Map<DunningStepKind, Long> now,
            Map<DunningStepKind, Long> then) {
        public long now(DunningStepKind kind) {
            return now.getOrDefault(kind, 0L);
        }

        public long then(DunningStepKind kind) {
            return then.getOrDefault(kind, 0L);
        }
    }

    public record Difference(DunningCase one, DunningCalendar inForce, DunningCalendar drafted) {}
}
