package jp.otodoke.inbox;

import java.util.List;

/**
 * Shows a module's information about the subjects of a task beside it; the beans' order is the order from top to
 * bottom.
 */
public interface TaskSidePanel {
    List<TaskPanel> of(OpenTask task);
}
