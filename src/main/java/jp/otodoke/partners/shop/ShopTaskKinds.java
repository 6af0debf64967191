package jp.otodoke.partners.shop;

import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.OrderSubject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tasks about shops that are done elsewhere and then closed. */
@Configuration
class ShopTaskKinds {
    @Bean
    TaskKind orderChangedAtShopTask() {
        return TaskKind.toClose("order-changed-at-shop", OrderSubject.KIND, StaffGroup.ORDERS);
    }
}
