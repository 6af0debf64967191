package jp.otodoke.platform.checks;

import java.util.List;

/**
 * Detects one kind of stalled work that would otherwise go unnoticed. A check queries tables and relies on no
 * other bean, so that it also finds what the engine or a route has lost.
 */
public interface Check {
    /** Kebab-case; the texts {@code watch.<kind>} and the findings are named after it. */
    String kind();

    /** Everything of this kind that is wrong right now. Read-only. */
    List<Observation> observe();
}
