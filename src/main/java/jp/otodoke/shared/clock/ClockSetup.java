package jp.otodoke.shared.clock;

import jp.otodoke.shared.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockSetup {
    @Bean
    BusinessClock businessClock() {
        return new BusinessClock();
    }
}
