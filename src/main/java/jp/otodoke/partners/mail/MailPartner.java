package jp.otodoke.partners.mail;

import jp.otodoke.partners.exchange.Partner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mail as a partner. */
@Configuration(proxyBeanMethods = false)
class MailPartner {
    @Bean
    Partner mail(MailCall call) {
        return Partner.byCall(MailQueue.PARTNER, 70, call);
    }
}
