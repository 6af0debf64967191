package jp.otodoke.platform.pages;

import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Gives every page {@code frame} and {@code formats} as variables as well: Thymeleaf does not allow beans in
 * attributes that become links.
 */
@Configuration(proxyBeanMethods = false)
class PageVariables {
    PageVariables(ThymeleafViewResolver views, PageFrame pageFrame, Formats formats) {
        views.setStaticVariables(Map.of("frame", pageFrame, "formats", formats));
    }
}
