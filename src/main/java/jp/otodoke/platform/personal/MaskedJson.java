package jp.otodoke.platform.personal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** Masks personal data in API responses as on pages. Only responses: JSON that is stored or merged stays clear. */
@Configuration(proxyBeanMethods = false)
class MaskedJson {
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer maskingConverter(JsonMapper mapper, PersonalView view) {
        var masked =
                mapper.rebuild().annotationIntrospector(new Introspector(view)).build();
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(masked));
    }

    private static final class Introspector extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        private final transient PersonalView view;

        Introspector(PersonalView view) {
            this.view = view;
        }

        @Override
        public @Nullable Object findSerializer(MapperConfig<?> config, Annotated annotated) {
            var personal = annotated.getAnnotation(Personal.class);
            return personal == null ? super.findSerializer(config, annotated) : new Masking(personal, view);
        }
    }

    private static final class Masking extends ValueSerializer<Object> {
        private final Personal personal;
        private final PersonalView view;

        Masking(Personal personal, PersonalView view) {
            this.personal = personal;
            this.view = view;
        }

        @Override
        public void serialize(Object value, JsonGenerator out, SerializationContext context) {
            var shown = view.show(personal, value);
            if (shown == null) {
                out.writeNull();
            } else {
                context.writeValue(out, shown);
            }
        }
    }
}
