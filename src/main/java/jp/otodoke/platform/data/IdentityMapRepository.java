package jp.otodoke.platform.data;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.hibernate.OrderingMode;
import org.hibernate.Session;
import org.hibernate.SessionCheckMode;
import org.springframework.data.jpa.repository.support.JpaEntityInformation;
import org.springframework.data.jpa.repository.support.SimpleJpaRepository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads many entities by id without asking for those that the persistence context already holds. As the context is
 * consulted first, no flush is needed before the query. An entity of the context is saved by leaving it there: merging
 * it would copy each of its values onto itself.
 */
public class IdentityMapRepository<T, I> extends SimpleJpaRepository<T, I> {
    private final EntityManager entities;
    private final Class<T> type;

    public IdentityMapRepository(JpaEntityInformation<T, ?> information, EntityManager entities) {
        super(information, entities);
        this.entities = entities;
        this.type = information.getJavaType();
    }

    @Override
    @Transactional
    public <S extends T> S save(S entity) {
        return entities.contains(entity) ? entity : super.save(entity);
    }

    /** In no particular order; ids without an entity are left out. */
    @Override
    @Transactional(readOnly = true)
    public List<T> findAllById(Iterable<I> numbers) {
        var wanted =
                StreamSupport.stream(numbers.spliterator(), false).distinct().toList();
        return entities
                .unwrap(Session.class)
                .findMultiple(type, wanted, SessionCheckMode.ENABLED, OrderingMode.UNORDERED)
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }
}
