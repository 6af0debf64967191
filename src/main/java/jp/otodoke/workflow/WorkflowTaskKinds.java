package jp.otodoke.workflow;

import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tasks about processes that people do elsewhere and then close. */
@Configuration
class WorkflowTaskKinds {
    @Bean
    TaskKind stuckAgainTask() {
        return TaskKind.toClose("mending-stuck-again", CaseSubject.KIND, StaffGroup.OPERATIONS);
    }
}
