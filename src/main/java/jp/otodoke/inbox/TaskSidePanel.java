package jp.otodoke.inbox;

import java.util.List;

/** Shows beside every task what a module knows of its subjects; beans in their order from above. */
public interface TaskSidePanel {
    List<TaskPanel> of(OpenTask task);
}
