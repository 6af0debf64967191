package jp.otodoke.fulfilment;

import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Kinds of task about parcels that staff resolve elsewhere and then close. */
@Configuration
class FulfilmentTaskKinds {
    @Bean
    TaskKind trackingUnknownTask() {
        return TaskKind.toClose("tracking-unknown", ParcelSubject.KIND, StaffGroup.SHIPPING);
    }

    @Bean
    TaskKind deliveredAfterDecisionTask() {
        return TaskKind.toClose("delivered-after-decision", ShipmentSubject.KIND, StaffGroup.SHIPPING);
    }
}
