package jp.otodoke.partners.bank;

import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.partners.exchange.MessageSubject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tasks about the bank's files that are done elsewhere and then closed. */
@Configuration
class BankTaskKinds {
    @Bean
    TaskKind bankRowRejectedTask() {
        return TaskKind.toClose("bank-row-rejected", MessageSubject.KIND, StaffGroup.ACCOUNTING);
    }
}
