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
 * Looks up many by their numbers: what the transaction has at hand is not asked for again, and as that is what counts,
 * nothing has to be written out before the question.
 */
public class IdentityMapRepository<T, I> extends SimpleJpaRepository<T, I> {
    private final EntityManager entities;
    private final Class<T> type;

    public IdentityMapRepository(JpaEntityInformation<T, ?> information, EntityManager entities) {
        super(information, entities);
        this.entities = entities;
        this.type = information.getJavaType();
    }

    /** In no order; numbers that nothing has are left out. */
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
