package jp.otodoke.partners.exchange;

import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tasks about files and messages that are done elsewhere and then closed. */
@Configuration
class ExchangeTaskKinds {
    /** Each belongs to the group that the format names; without a known format to operations. */
    @Bean
    TaskKind fileRefusedTask() {
        return TaskKind.toClose("file-refused", MessageSubject.KIND, StaffGroup.OPERATIONS);
    }

    /** Each belongs to the group that the format names. */
    @Bean
    TaskKind moreRecordsRejectedTask() {
        return TaskKind.toClose(PartnerTasks.MORE_REJECTED, MessageSubject.KIND, StaffGroup.OPERATIONS);
    }

    @Bean
    TaskKind fileStuckTask() {
        return TaskKind.toClose(StuckFiles.TYPE, PartnerSubject.KIND, StaffGroup.OPERATIONS);
    }

    @Bean
    TaskKind messageUnsentTask() {
        return TaskKind.toClose(PartnerReachability.UNSENT, OutgoingSubject.KIND, StaffGroup.OPERATIONS);
    }
}
