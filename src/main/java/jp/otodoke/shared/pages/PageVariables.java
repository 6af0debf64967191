package jp.otodoke.shared.pages;

import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Gives every page {@code frame} and {@code show} as variables too: where an attribute becomes an address, Thymeleaf
 * forbids to name a bean.
 */
@Configuration(proxyBeanMethods = false)
class PageVariables {
    PageVariables(ThymeleafViewResolver views, Frame frame, Show show) {
        views.setStaticVariables(Map.of("frame", frame, "show", show));
    }
}
