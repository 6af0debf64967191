package jp.otodoke.platform.pages;

import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Gives every page {@code frame} and {@code show} as variables too: where an attribute becomes an address, Thymeleaf
 * forbids to name a bean.
 */
@Configuration(proxyBeanMethods = false)
class PageVariables {
    PageVariables(ThymeleafViewResolver views, PageFrame pageFrame, Formats formats) {
        views.setStaticVariables(Map.of("frame", pageFrame, "formats", formats));
    }
}
