package jp.otodoke.platform.pages;

import java.util.Map;

/**
 * What a module shows on the page of a thing that another module owns: the fragment {@code panel(panel)} of its own template, where
 * {@code panel} is the model.
 *
 * @param template such as {@code documents/statement-panel}
 */
public record PagePanel(String template, Map<String, Object> model) {}
