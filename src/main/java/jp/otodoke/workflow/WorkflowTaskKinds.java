package jp.otodoke.workflow;

import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Kinds of task about processes that staff resolve elsewhere and then close. */
@Configuration
class WorkflowTaskKinds {
    @Bean
    TaskKind stuckAgainTask() {
        return TaskKind.toClose("mending-stuck-again", CaseSubject.KIND, StaffGroup.OPERATIONS);
    }
}
