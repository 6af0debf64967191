package jp.otodoke.fulfilment;

import jp.otodoke.inbox.TaskSubject;
import org.springframework.stereotype.Component;

/** Parcels of a carrier as what tasks are about, by tracking number. */
@Component
class ParcelSubject implements TaskSubject {
    static final String KIND = "PARCEL";

    @Override
    public String kind() {
        return KIND;
    }
}
