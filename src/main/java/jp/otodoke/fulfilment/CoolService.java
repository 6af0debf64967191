package jp.otodoke.fulfilment;

import jp.otodoke.catalog.Temperature;

/** クール便: how cold the carrier keeps a parcel, the coldest last; the names stand in the warehouse's files. */
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
