package jp.otodoke.partners.shop;

import jp.otodoke.fulfilment.ChangeRequests;
import jp.otodoke.fulfilment.RequestOrderCancel;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderSubject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Kinds of task about orders of shops that share a class. */
@Configuration
class ShopTaskKinds {
    @Bean
    TaskKind orderChangedAtShopTask() {
        return TaskKind.toClose("order-changed-at-shop", OrderSubject.KIND, StaffGroup.ORDERS);
    }

    @Bean
    TaskKind orderCancelledAtShopTask(FindOrder orders, RequestOrderCancel requestOrderCancel, ChangeRequests changes) {
        return new ReversedOrderTask(ReversedOrderTask.CANCELLED, orders, requestOrderCancel, changes);
    }

    @Bean
    TaskKind orderRefundedAtShopTask(FindOrder orders, RequestOrderCancel requestOrderCancel, ChangeRequests changes) {
        return new ReversedOrderTask(ReversedOrderTask.REFUNDED, orders, requestOrderCancel, changes);
    }
}
