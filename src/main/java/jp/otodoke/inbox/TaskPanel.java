package jp.otodoke.inbox;

import java.util.Map;

/**
 * A part of the task's page that a module contributes: the fragment {@code panel} of a template of its own. The fragment sees
 * {@code task}, {@code may} (decide it), {@code others} (a colleague has it) and {@code list} besides its model.
 *
 * @param template such as {@code payments/task-deposit}
 * @param model what the fragment gets as its parameter
 * @param leadsElsewhere whether what the task asks for is done from here, so that no decision below is chosen beforehand
 */
public record TaskPanel(String template, Map<String, Object> model, boolean leadsElsewhere) {}
