package jp.otodoke;

import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Camel without routes, which is never started: a module that hands something to a route is tested up to there. */
@TestConfiguration(proxyBeanMethods = false)
class CamelAtRest {
    @Bean(destroyMethod = "")
    CamelContext camelContext() {
        return new DefaultCamelContext(false);
    }

    @Bean(destroyMethod = "")
    ProducerTemplate producerTemplate(CamelContext camel) {
        return camel.createProducerTemplate();
    }
}
