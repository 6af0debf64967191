package jp.otodoke.partners.shop;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One intake per format. */
@Configuration(proxyBeanMethods = false)
class OrderIntakes {
    @Bean
    OrderIntake genericOrderIntake(GenericOrders format, PlaceShopOrders placeShopOrders, RejectOrder rejectOrder) {
        return new OrderIntake(format, placeShopOrders, rejectOrder);
    }

    @Bean
    OrderIntake ecCubeOrderIntake(EcCubeOrders format, PlaceShopOrders placeShopOrders, RejectOrder rejectOrder) {
        return new OrderIntake(format, placeShopOrders, rejectOrder);
    }

    @Bean
    OrderIntake shopifyOrderIntake(ShopifyOrders format, PlaceShopOrders placeShopOrders, RejectOrder rejectOrder) {
        return new OrderIntake(format, placeShopOrders, rejectOrder);
    }
}
