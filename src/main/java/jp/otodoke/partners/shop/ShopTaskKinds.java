package jp.otodoke.partners.shop;

import jp.otodoke.fulfilment.ChangeRequests;
import jp.otodoke.fulfilment.RequestOrderCancel;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.FindOrder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Kinds of task about orders of shops that share a class. */
@Configuration
class ShopTaskKinds {
    @Bean
    TaskKind orderCancelledAtShopTask(FindOrder orders, RequestOrderCancel requestOrderCancel, ChangeRequests changes) {
        return new ReversedOrderTask(ReversedOrderTask.CANCELLED, orders, requestOrderCancel, changes);
    }

    @Bean
    TaskKind orderRefundedAtShopTask(FindOrder orders, RequestOrderCancel requestOrderCancel, ChangeRequests changes) {
        return new ReversedOrderTask(ReversedOrderTask.REFUNDED, orders, requestOrderCancel, changes);
    }
}
