package jp.otodoke.platform.web;

import java.time.Duration;
import java.util.Locale;
import jp.otodoke.shared.MessageTexts;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Japanese, or English by {@code ?lang=en}, kept in a cookie. */
@Configuration(proxyBeanMethods = false)
class Localization implements WebMvcConfigurer {
    @Bean
    MessageSource messageSource() {
        return MessageTexts.source();
    }

    @Bean
    LocaleResolver localeResolver() {
        var cookie = new CookieLocaleResolver("lang");
        cookie.setDefaultLocale(Locale.JAPANESE);
        cookie.setCookieMaxAge(Duration.ofDays(365));
        cookie.setCookieHttpOnly(true);
        cookie.setCookieSameSite("Lax");
        cookie.setRejectInvalidCookies(false);
        return cookie;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }
}
