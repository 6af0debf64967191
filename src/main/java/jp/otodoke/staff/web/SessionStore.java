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

/** Stores sessions in the database: any node serves any user, and a crashed node loses no sign-in. */
@Configuration(proxyBeanMethods = false)
class SessionStore {
    /** As the library's own, but ordered by session: otherwise sessions of one person get mixed up. */
    private static final String OF_ONE_PERSON =
            """
            select s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
                   a.attribute_name, a.attribute_bytes
              from spring_session s left join spring_session_attributes a on a.session_primary_id = s.primary_id
             where s.principal_name = ? order by s.primary_id""";

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionColumns() {
        return repository -> {
            // Two requests of one person may both leave a message for the next page.
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

    /**
     * A session written by an older version that cannot be read is dropped; the user signs in again instead of
     * seeing an error.
     */
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
