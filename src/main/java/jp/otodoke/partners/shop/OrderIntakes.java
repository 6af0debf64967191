package jp.otodoke.partners.shop;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One intake per format. */
@Configuration(proxyBeanMethods = false)
class OrderIntakes {
    @Bean
    OrderIntake genericOrderIntake(GenericOrders format, TakeOrders takeOrders) {
        return new OrderIntake(format, takeOrders);
    }

    @Bean
    OrderIntake ecCubeOrderIntake(EcCubeOrders format, TakeOrders takeOrders) {
        return new OrderIntake(format, takeOrders);
    }

    @Bean
    OrderIntake shopifyOrderIntake(ShopifyOrders format, TakeOrders takeOrders) {
        return new OrderIntake(format, takeOrders);
    }
}
