package jp.otodoke.partners.exchange;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.partners.exchange.Outcome.Rejected;

/** What would become of a file's records; all are counted, and the first rejected ones kept. */
final class DryRun {
    private int tried;
    private int created;
    private int existing;
    private int updated;
    private int rejected;
    private final List<Rejected> listed = new ArrayList<>();

    void add(int records, Outcome outcome) {
        tried += records;
        created += outcome.created();
        existing += outcome.existing();
        updated += outcome.updated();
        rejected += outcome.rejected().size();
        outcome.rejected().stream()
                .limit((long) IntakeProgress.MOST_LISTED - listed.size())
                .forEach(listed::add);
    }

    int tried() {
        return tried;
    }

    int created() {
        return created;
    }

    int existing() {
        return existing;
    }

    int updated() {
        return updated;
    }

    int rejected() {
        return rejected;
    }

    List<Rejected> listed() {
        return listed;
    }
}
