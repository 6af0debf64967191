package jp.otodoke.platform.web;

import java.text.ParseException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import jp.otodoke.shared.CalendarRange;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Dates in parameters of requests and fields of forms, all within one range. */
@Configuration(proxyBeanMethods = false)
class CalendarDates implements WebMvcConfigurer, Formatter<LocalDate> {
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatterForFieldType(LocalDate.class, this);
    }

    @Override
    public LocalDate parse(String text, Locale locale) throws ParseException {
        try {
            return CalendarRange.day(text);
        } catch (DateTimeException e) {
            var outside = new ParseException(String.valueOf(e.getMessage()), 0);
            outside.initCause(e);
            throw outside;
        }
    }

    @Override
    public String print(LocalDate day, Locale locale) {
        return day.toString();
    }
}
