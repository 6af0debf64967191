package jp.otodoke.partners.cardgateway;

import jp.otodoke.partners.exchange.Partner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The card gateway as a partner. */
@Configuration(proxyBeanMethods = false)
class CardPartner {
    @Bean
    Partner card(QueuedCardCall call) {
        return Partner.byCall(CardQueue.PARTNER, 60, call);
    }
}
