package jp.otodoke.platform.data;

import java.util.function.Function;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.descriptor.jdbc.BigIntJdbcType;
import org.hibernate.type.descriptor.jdbc.VarcharJdbcType;

/** Teaches Hibernate the values of {@code shared} as basic types, so that entities use them for columns and ids. */
public class ValueTypes implements TypeContributor {
    @Override
    public void contribute(TypeContributions types, ServiceRegistry services) {
        text(types, OrderNumber.class, OrderNumber::of, OrderNumber::value);
        text(types, ReceivableNumber.class, ReceivableNumber::of, ReceivableNumber::value);
        text(types, CustomerNumber.class, CustomerNumber::of, CustomerNumber::value);
        text(types, ShipmentNumber.class, ShipmentNumber::of, ShipmentNumber::value);
        text(types, Sku.class, Sku::of, Sku::value);
        types.contributeJavaType(new ValueJavaType<>(
                Yen.class,
                Long.class,
                Yen::of,
                Yen::amount,
                text -> Yen.of(Long.parseLong(text)),
                BigIntJdbcType.INSTANCE));
    }

    private static <T extends Comparable<T>> void text(
            TypeContributions types, Class<T> type, Function<String, T> from, Function<T, String> to) {
        types.contributeJavaType(new ValueJavaType<>(type, String.class, from, to, from, VarcharJdbcType.INSTANCE));
    }
}
