package jp.otodoke.partners.convenience;

import jp.otodoke.partners.exchange.PaymentFormat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets files of 電算システム be uploaded; the partner {@code agency} takes them from its folder, too. */
@Configuration(proxyBeanMethods = false)
class DskPayments {
    @Bean
    PaymentFormat dskCvs(DskFormat format) {
        return new PaymentFormat("dsk-cvs", format);
    }
}
