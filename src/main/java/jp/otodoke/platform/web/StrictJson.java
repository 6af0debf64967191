package jp.otodoke.platform.web;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * JSON is taken literally or refused: 1.5 pieces are not truncated, a text is not a number, and no text contains a
 * character that the database cannot store or is longer than any field.
 */
@Configuration(proxyBeanMethods = false)
class StrictJson {
    /** No field is meant to hold as much; each has its own limit below. */
    private static final int LONGEST_TEXT = 100_000;

    @Bean
    JsonMapperBuilderCustomizer strictTypes() {
        return json -> json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .addModule(new SimpleModule("texts").addDeserializer(String.class, new StorableText()));
    }

    private static final class StorableText extends StringDeserializer {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            var text = super.deserialize(parser, context);
            if (text != null && text.indexOf('\0') >= 0) {
                return context.reportInputMismatch(String.class, "The character NUL");
            }
            return text != null && text.length() > LONGEST_TEXT
                    ? context.reportInputMismatch(String.class, "More than %d characters", LONGEST_TEXT)
                    : text;
        }
    }
}
