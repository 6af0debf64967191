package jp.otodoke.partners.cardupdate;

import jp.otodoke.partners.exchange.PaymentFormat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets results be uploaded; the partner {@code agency} takes them from its folder, too. */
@Configuration(proxyBeanMethods = false)
class CardUpdatePayments {
    @Bean
    PaymentFormat cardUpdate(CardUpdateFormat format) {
        return new PaymentFormat("card-update-result", format);
    }
}
