package jp.otodoke.inbox;

import java.util.Optional;
import java.util.Set;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.staff.CustomersConcerned;
import org.springframework.stereotype.Component;

/** The customer whom a decision on a task concerns: that of its first subject that has one. */
@Component
class CustomerOfTask implements CustomersConcerned {
    private final Tasks tasks;
    private final TaskSubjects subjects;

    CustomerOfTask(Tasks tasks, TaskSubjects subjects) {
        this.tasks = tasks;
        this.subjects = subjects;
    }

    @Override
    public Set<String> areas() {
        return Set.of("inbox", "tasks");
    }

    @Override
    public Optional<CustomerNumber> customerOf(String number) {
        return number.matches("\\d{1,18}")
                ? tasks.subjectsOf(Long.parseLong(number)).stream()
                        .flatMap(subject -> subjects.customerOf(subject).stream())
                        .findFirst()
                : Optional.empty();
    }
}
