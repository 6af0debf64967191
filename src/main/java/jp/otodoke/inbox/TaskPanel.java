package jp.otodoke.inbox;

import java.util.Map;

/**
 * A part of the task page contributed by a module: the fragment {@code panel} of its own template. In addition to
 * its model, the fragment can use {@code task}, {@code may} (the user may decide it), {@code others} (a colleague
 * has claimed it) and {@code list}.
 *
 * @param template such as {@code payments/task-deposit}
 * @param model parameter of the fragment
 * @param containsTheWork whether the panel leads to the actual work, so that no decision is preselected or proposed
 */
public record TaskPanel(String template, Map<String, Object> model, boolean containsTheWork) {}
