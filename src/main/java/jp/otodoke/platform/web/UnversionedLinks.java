package jp.otodoke.platform.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/**
 * Leaves links as the templates write them. The filter that Spring Boot brings would look each link of each page up as
 * a static file in all jars of the class path, one request at a time; what it could add, the version of a webjar, is
 * found again when the file is asked for.
 */
@Configuration(proxyBeanMethods = false)
class UnversionedLinks {
    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> resourceUrlEncodingFilter() {
        var filter = new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        filter.setEnabled(false);
        return filter;
    }
}
