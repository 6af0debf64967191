package jp.otodoke.desk.inbox;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.TaskPriority;
import jp.otodoke.inbox.TaskViewers;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tasks as rows of the list. */
@Component
class InboxRows {
    private final OrderSummaries orders;
    private final TaskViewers viewers;
    private final Colleagues people;
    private final MyInbox mine;
    private final BusinessClock clock;

    InboxRows(OrderSummaries orders, TaskViewers viewers, Colleagues people, MyInbox mine, BusinessClock clock) {
        this.orders = orders;
        this.viewers = viewers;
        this.people = people;
        this.mine = mine;
        this.clock = clock;
    }

    List<Row> of(List<OpenTask> tasks) {
        var heads = orders.ofTasks(tasks);
        var names = people.names();
        var looking = viewers.now();
        var now = clock.instant();
        return tasks.stream()
                .map(task -> new Row(
                        task,
                        TaskPriority.of(task, now),
                        task.orderNumbers().isEmpty()
                                ? null
                                : heads.get(task.orderNumbers().get(0)),
                        names.of(task.assignee()),
                        names.all(looking.getOrDefault(task.id(), List.of()).stream()
                                .filter(who -> !who.equals(mine.me()))
                                .toList())))
                .toList();
    }

    /**
     * @param assignee display name; empty where nobody has it
     * @param looking display names of colleagues who look at it now
     */
    record Row(OpenTask task, TaskPriority pressing, @Nullable OrderSummary head, String assignee, String looking) {}
}
