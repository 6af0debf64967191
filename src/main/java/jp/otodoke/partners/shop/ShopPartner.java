package jp.otodoke.partners.shop;

import java.util.List;
import jp.otodoke.partners.exchange.Partner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The shop as a partner. */
@Configuration(proxyBeanMethods = false)
class ShopPartner {
    static final String CODE = "shop";

    @Bean
    Partner shop(List<OrderIntake> orders) {
        return Partner.bySftp(CODE, 30).receiving(orders);
    }
}
