package jp.otodoke.staff.web;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Sessions lie in the database: any node serves anybody, and none takes a sign-in with it when it dies. */
@Configuration(proxyBeanMethods = false)
class SessionStore {
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionColumns() {
        return repository -> {
            repository.setCleanupCron("0 7 * * * *");
            repository.setConversionService(conversions());
        };
    }

    private static ConversionService conversions() {
        var conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversions.addConverter(byte[].class, Object.class, SessionStore::read);
        return conversions;
    }

    /** What an older version of ours wrote and this one can't read is forgotten; one signs in again, and sees no fault. */
    private static @Nullable Object read(byte[] bytes) {
        try {
            return new DeserializingConverter(SessionStore.class.getClassLoader()).convert(bytes);
        } catch (SerializationFailedException other) {
            return null;
        }
    }
}
