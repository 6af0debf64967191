package jp.otodoke.platform.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/**
 * Leaves links as templates write them. Spring Boot's filter would look up each link of each page as a static
 * resource in all jars of the class path; the version of a webjar, which it could add, is resolved when the file
 * is requested.
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
