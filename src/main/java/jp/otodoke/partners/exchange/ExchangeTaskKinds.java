package jp.otodoke.partners.exchange;

import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tasks about files and messages that people do elsewhere and then close. */
@Configuration
class ExchangeTaskKinds {
    /** Each belongs to the group that the format names; without a known format it is nobody's but those who operate. */
    @Bean
    TaskKind fileRefusedTask() {
        return TaskKind.toClose("file-refused", MessageSubject.KIND, StaffGroup.OPERATIONS);
    }

    @Bean
    TaskKind messageUnsentTask() {
        return TaskKind.toClose(PartnerReachability.UNSENT, OutgoingSubject.KIND, StaffGroup.OPERATIONS);
    }
}
