package jp.otodoke.payments.web;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the day of a query. */
@Component
class DayAskedConverter implements Converter<String, DayAsked> {
    @Override
    public DayAsked convert(String text) {
        return DayAsked.valueOf(text);
    }
}
