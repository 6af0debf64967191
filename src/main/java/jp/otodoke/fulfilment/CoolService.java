package jp.otodoke.fulfilment;

import jp.otodoke.catalog.Product;
import jp.otodoke.catalog.Temperature;
import org.jspecify.annotations.Nullable;

/**
 * クール便: the temperature at which the carrier keeps a parcel; the names appear in the warehouse
 * files.
 */
public enum CoolService {
    NONE,
    CHILLED,
    FROZEN;

    static CoolService of(@Nullable Product product) {
        return product == null ? NONE : of(product.temperature());
    }

    static CoolService of(Temperature temperature) {
        return switch (temperature) {
            case AMBIENT -> NONE;
            case CHILLED -> CHILLED;
            case FROZEN -> FROZEN;
        };
    }
}
