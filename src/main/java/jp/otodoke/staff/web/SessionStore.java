package jp.otodoke.staff.web;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Sessions lie in the database: any node serves anybody, and none takes a sign-in with it when it dies. */
@Configuration(proxyBeanMethods = false)
class SessionStore {
    /** As the library's own, but each session in one piece: without an order it mixes up those of one person. */
    private static final String OF_ONE_PERSON =
            """
            select s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
                   a.attribute_name, a.attribute_bytes
              from spring_session s left join spring_session_attributes a on a.session_primary_id = s.primary_id
             where s.principal_name = ? order by s.primary_id""";

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionColumns() {
        return repository -> {
            // Two requests of one person may both leave something for the next page.
            new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(repository);
            repository.setCleanupCron("0 7 * * * *");
            repository.setConversionService(conversions());
            repository.setListSessionsByPrincipalNameQuery(OF_ONE_PERSON);
        };
    }

    private static ConversionService conversions() {
        var conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversions.addConverter(new Reading());
        return conversions;
    }

    /** What an older version of ours wrote and this one can't read is forgotten; one signs in again, and sees no fault. */
    private static final class Reading implements GenericConverter {
        private final DeserializingConverter readable = new DeserializingConverter(SessionStore.class.getClassLoader());

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(byte[].class, Object.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object bytes, TypeDescriptor from, TypeDescriptor to) {
            try {
                return readable.convert((byte[]) Objects.requireNonNull(bytes));
            } catch (SerializationFailedException other) {
                return null;
            }
        }
    }
}
