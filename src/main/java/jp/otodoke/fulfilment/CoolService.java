package jp.otodoke.fulfilment;

import jp.otodoke.catalog.Temperature;

/**
 * クール便: the temperature at which the carrier keeps a parcel; the names appear in the warehouse
 * files.
 */
public enum CoolService {
    NONE,
    CHILLED,
    FROZEN;

    static CoolService of(Temperature temperature) {
        return switch (temperature) {
            case AMBIENT -> NONE;
            case CHILLED -> CHILLED;
            case FROZEN -> FROZEN;
        };
    }
}
