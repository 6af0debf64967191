package jp.otodoke.platform.data;

import java.util.function.Function;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.AbstractClassJavaType;
import org.hibernate.type.descriptor.java.ImmutableMutabilityPlan;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import org.jspecify.annotations.Nullable;

/**
 * A record of one component as the type of a column.
 *
 * @param <T> the record
 * @param <C> what JDBC reads and writes
 */
class ValueJavaType<T extends Comparable<T>, C> extends AbstractClassJavaType<T> {
    private final Class<C> column;
    private final transient Function<C, T> from;
    private final transient Function<T, C> to;
    private final transient Function<String, T> parse;
    private final transient JdbcType jdbcType;

    ValueJavaType(
            Class<T> type,
            Class<C> column,
            Function<C, T> from,
            Function<T, C> to,
            Function<String, T> parse,
            JdbcType jdbcType) {
        super(type, ImmutableMutabilityPlan.instance(), Comparable::compareTo);
        this.column = column;
        this.from = from;
        this.to = to;
        this.parse = parse;
        this.jdbcType = jdbcType;
    }

    @Override
    public JdbcType getRecommendedJdbcType(JdbcTypeIndicators indicators) {
        return jdbcType;
    }

    @Override
    public String toString(T value) {
        return to.apply(value).toString();
    }

    @Override
    public T fromString(CharSequence text) {
        return parse.apply(text.toString());
    }

    @Override
    public <X> @Nullable X unwrap(@Nullable T value, Class<X> type, WrapperOptions options) {
        if (value == null) {
            return null;
        }
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        if (type.isAssignableFrom(column)) {
            return type.cast(to.apply(value));
        }
        throw unknownUnwrap(type);
    }

    @Override
    public <X> @Nullable T wrap(@Nullable X value, WrapperOptions options) {
        if (value == null) {
            return null;
        }
        if (getJavaTypeClass().isInstance(value)) {
            return getJavaTypeClass().cast(value);
        }
        if (column.isInstance(value)) {
            return from.apply(column.cast(value));
        }
        throw unknownWrap(value.getClass());
    }
}
