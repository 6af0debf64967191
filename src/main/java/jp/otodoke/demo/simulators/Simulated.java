package jp.otodoke.demo.simulators;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;

/**
 * Exists only in a demo with simulated partners switched on. Beans named after a partner are called {@code
 * simulated…}, because the plain names belong to the application's own beans.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Profile("demo")
@ConditionalOnProperty(name = "otodoke.simulators", havingValue = "on", matchIfMissing = true)
public @interface Simulated {}
