package jp.otodoke.payments;

import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.OrderSubject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Kinds of task about payments: those that staff resolve elsewhere and then close, and those about deposits. */
@Configuration
class PaymentTaskKinds {
    @Bean
    TaskKind shopAuthorisationTask() {
        return TaskKind.toClose("shop-authorisation-to-void", OrderSubject.KIND, StaffGroup.ACCOUNTING);
    }

    @Bean
    TaskKind notifyCustomerTask() {
        return TaskKind.toClose(NotifyCustomer.TASK, OrderSubject.KIND, StaffGroup.ORDERS);
    }

    @Bean
    TaskKind depositUnmatchedTask(Deposits deposits) {
        return new DepositTask(DepositTask.UNMATCHED, deposits);
    }

    @Bean
    TaskKind depositReversedTask(Deposits deposits) {
        return new DepositTask(DepositTask.REVERSED, deposits);
    }
}
