package jp.otodoke.partners.sms;

import java.util.List;
import jp.otodoke.partners.exchange.Partner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The provider that sends short messages. Nothing depends on it: without an address no step asks it. */
@Configuration(proxyBeanMethods = false)
class SmsPartner {
    static final String CODE = "sms";

    @Bean
    Partner shortMessageProvider() {
        return Partner.bySftp(CODE, 75).sending(List.of(new SmsFormat()));
    }
}
