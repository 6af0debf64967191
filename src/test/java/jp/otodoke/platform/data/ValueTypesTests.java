package jp.otodoke.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.otodoke.ModuleTest;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class ValueTypesTests {
    private final DataSource database;
    private @Nullable SessionFactory sessions;

    @Autowired
    ValueTypesTests(DataSource database) {
        this.database = database;
    }

    @BeforeEach
    void createTables() {
        var registry = new StandardServiceRegistryBuilder()
                .applySetting("jakarta.persistence.nonJtaDataSource", database)
                .applySetting("hibernate.hbm2ddl.auto", "create-drop")
                .build();
        sessions = new MetadataSources(registry)
                .addAnnotatedClasses(ByOrder.class, ByCustomer.class, ByShipment.class, BySku.class, ByYen.class)
                .buildMetadata()
                .buildSessionFactory();
    }

    @AfterEach
    void dropTables() {
        sessions().close();
    }

    static Stream<Arguments> values() {
        return Stream.of(
                arguments(ByOrder.class, OrderNumber.of("A00000001"), OrderNumber.of("A00000002")),
                arguments(ByCustomer.class, CustomerNumber.of("C0000001"), CustomerNumber.of("C0000002")),
                arguments(ByShipment.class, ShipmentNumber.of("S00000001"), ShipmentNumber.of("S00000002")),
                arguments(BySku.class, Sku.of("HF-001"), Sku.of("HF-002")),
                arguments(ByYen.class, Yen.of(-1), Yen.of(9_999_999_999L)));
    }

    @ParameterizedTest
    @MethodSource("values")
    void areReadAsTheyWereWritten(Class<?> entity, Object id, Object other) {
        insert(entity, id, other);

        assertThat(sessions().<Object>fromSession(session -> session.createSelectionQuery(
                                "select other from %s where id = :id".formatted(entity.getSimpleName()), Object.class)
                        .setParameter("id", id)
                        .getSingleResult()))
                .isEqualTo(other);
    }

    @ParameterizedTest
    @MethodSource("values")
    void areIds(Class<?> entity, Object id, Object other) {
        insert(entity, id, other);

        assertThat(sessions().<Object>fromSession(session -> session.find(entity, id)))
                .isNotNull();
        assertThat(sessions().<Object>fromSession(session -> session.find(entity, other)))
                .isNull();
    }

    @ParameterizedTest
    @MethodSource("values")
    void areParametersOneByOneAndInLists(Class<?> entity, Object id, Object other) {
        insert(entity, id, other);

        assertThat(sessions().<List<Object>>fromSession(session -> session.createSelectionQuery(
                                "select id from %s where other = :one and other in :some"
                                        .formatted(entity.getSimpleName()),
                                Object.class)
                        .setParameter("one", other)
                        .setParameterList("some", List.of(id, other))
                        .getResultList()))
                .containsExactly(id);
    }

    @ParameterizedTest
    @MethodSource("values")
    void mayBeNull(Class<?> entity, Object id, Object other) {
        insert(entity, id, null);

        assertThat(sessions().<List<Object>>fromSession(session -> session.createSelectionQuery(
                                "select other from %s where id = :id".formatted(entity.getSimpleName()), Object.class)
                        .setParameter("id", id)
                        .getResultList()))
                .containsExactly((Object) null);
    }

    private void insert(Class<?> entity, Object id, @Nullable Object other) {
        sessions().inTransaction(session -> session.createMutationQuery(
                        "insert into %s (id, other) values (:id, :other)".formatted(entity.getSimpleName()))
                .setParameter("id", id)
                .setParameter("other", other)
                .executeUpdate());
    }

    private SessionFactory sessions() {
        return Objects.requireNonNull(sessions);
    }

    @Entity(name = "ByOrder")
    static class ByOrder {
        @Id
        @Nullable
        OrderNumber id;

        @Nullable
        OrderNumber other;
    }

    @Entity(name = "ByCustomer")
    static class ByCustomer {
        @Id
        @Nullable
        CustomerNumber id;

        @Nullable
        CustomerNumber other;
    }

    @Entity(name = "ByShipment")
    static class ByShipment {
        @Id
        @Nullable
        ShipmentNumber id;

        @Nullable
        ShipmentNumber other;
    }

    @Entity(name = "BySku")
    static class BySku {
        @Id
        @Nullable
        Sku id;

        @Nullable
        Sku other;
    }

    @Entity(name = "ByYen")
    static class ByYen {
        @Id
        @Nullable
        Yen id;

        @Nullable
        Yen other;
    }
}
