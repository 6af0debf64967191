package jp.otodoke.inventory;

import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tasks about stock that people do elsewhere and then close. */
@Configuration
class InventoryTaskKinds {
    @Bean
    TaskKind stockDifferenceTask() {
        return TaskKind.toClose("stock-difference", WarehouseSubject.KIND, StaffGroup.SHIPPING);
    }
}
