package jp.otodoke.platform.invariants;

import java.util.Comparator;
import java.util.List;
import jp.otodoke.platform.data.ReadLimit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Checks all invariants, sorted by name, each on one consistent state of the database. Read-only. */
@Component
public class CheckInvariants {
    private final ObjectProvider<Invariant> invariants;

    CheckInvariants(ObjectProvider<Invariant> invariants) {
        this.invariants = invariants;
    }

    public List<Checked> check() {
        ReadLimit.lift();
        return invariants.stream()
                .sorted(Comparator.comparing(Invariant::name))
                .map(i -> new Checked(i.name(), i.violations()))
                .toList();
    }

    /** The result for one invariant. */
    public Checked check(String name) {
        ReadLimit.lift();
        return invariants.stream()
                .filter(i -> i.name().equals(name))
                .findFirst()
                .map(i -> new Checked(name, i.violations()))
                .orElseThrow(() -> new IllegalArgumentException("No invariant is called " + name));
    }

    /** @param violations 0 where the invariant holds */
    public record Checked(String name, long violations) {
        public boolean holds() {
            return violations == 0;
        }
    }
}
