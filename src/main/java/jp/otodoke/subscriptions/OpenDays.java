package jp.otodoke.subscriptions;

import java.time.LocalDate;
import java.util.Optional;

/** Which days goods can be delivered on. */
interface OpenDays {
    /** Empty if goods can be delivered on this day. */
    Optional<Obstacle> obstacle(LocalDate day);
}
