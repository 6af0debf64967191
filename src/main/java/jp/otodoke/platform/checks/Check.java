package jp.otodoke.platform.checks;

import java.util.List;

/**
 * Looks for one kind of trouble that nobody else would notice: work that stands still and will not move by itself.
 * It reads tables and asks nobody, so that it sees also what the engine or a route has forgotten.
 */
public interface Check {
    /** Kebab-case; names the texts {@code watch.<kind>} and the findings. */
    String kind();

    /** Everything of this kind that is wrong at this moment. Looking changes nothing. */
    List<Observation> look();
}
