package jp.otodoke.subscriptions;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** All days but those of a list. */
record ListedDays(Set<LocalDate> closed) implements OpenDays {
    ListedDays {
        closed = Set.copyOf(closed);
    }

    @Override
    public Optional<Obstacle> obstacle(LocalDate day) {
        return closed.contains(day) ? Optional.of(Obstacle.LISTED) : Optional.empty();
    }
}
