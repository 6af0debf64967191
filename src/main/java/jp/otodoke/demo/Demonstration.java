package jp.otodoke.demo;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Profile;

/** Brings in the beans of the demonstration, which the application's own scan leaves out; production has none of them. */
@Configuration(proxyBeanMethods = false)
@Profile("!production")
@ComponentScan(excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
public class Demonstration {}
