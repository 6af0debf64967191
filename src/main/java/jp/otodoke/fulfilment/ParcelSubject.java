package jp.otodoke.fulfilment;

import jp.otodoke.inbox.TaskSubject;
import org.springframework.stereotype.Component;

/** Parcels as task subjects, by tracking number. */
@Component
class ParcelSubject implements TaskSubject {
    static final String KIND = "PARCEL";

    @Override
    public String kind() {
        return KIND;
    }
}
