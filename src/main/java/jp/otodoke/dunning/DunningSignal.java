package jp.otodoke.dunning;

import java.util.Collection;
import java.util.List;

/** Something has happened to cases that their processes have to know. Published in the same transaction. */
public record DunningSignal(Kind kind, List<Long> cases) {
    static DunningSignal of(Kind kind, Collection<Long> cases) {
        return new DunningSignal(kind, List.copyOf(cases));
    }

    public enum Kind {
        OPENED,
        /** Their calendars are others now. */
        CHANGED,
        ENDED
    }
}
