package jp.otodoke.partners.exchange;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.platform.csv.Mistake;

/** The outcome of some records of a file: each was created, existed already, updated something, or was rejected. */
public record Outcome(int created, int existing, int updated, List<Rejected> rejected) {
    public static final Outcome NONE = new Outcome(0, 0, 0, List.of());

    public Outcome {
        rejected = List.copyOf(rejected);
    }

    public static Outcome created(int records) {
        return new Outcome(records, 0, 0, List.of());
    }

    public static Outcome existing(int records) {
        return new Outcome(0, records, 0, List.of());
    }

    public static Outcome updated(int records) {
        return new Outcome(0, 0, records, List.of());
    }

    public static Outcome rejected(FileRecord<?> record, List<Mistake> mistakes) {
        return new Outcome(0, 0, 0, List.of(new Rejected(record, mistakes)));
    }

    public Outcome plus(Outcome more) {
        var all = new ArrayList<>(rejected);
        all.addAll(more.rejected);
        return new Outcome(created + more.created, existing + more.existing, updated + more.updated, all);
    }

    /** A record that could not be booked, with all its mistakes. */
    public record Rejected(FileRecord<?> record, List<Mistake> mistakes) {}
}
