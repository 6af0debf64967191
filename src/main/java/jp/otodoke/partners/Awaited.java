package jp.otodoke.partners;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.otodoke.fulfilment.ParcelsUnderway;
import jp.otodoke.payments.AwaitedTransfers;
import jp.otodoke.shared.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What open work waits for from a partner that sends when something has happened, and not by the clock. */
@Component
public class Awaited {
    private final AwaitedTransfers transfers;
    private final ParcelsUnderway parcels;

    Awaited(AwaitedTransfers transfers, ParcelsUnderway parcels) {
        this.transfers = transfers;
        this.parcels = parcels;
    }

    /** By partner; who owes us nothing is missing. */
    @Transactional(readOnly = true)
    public Map<String, Words> all() {
        var all = new LinkedHashMap<String, Words>();
        var money = transfers.now();
        if (money.firstDue() != null) {
            all.put("bank", Words.of("partners.awaited.bank", money.count(), money.firstDue()));
        }
        var road = parcels.now();
        if (road.firstDue() != null) {
            all.put("carrier", Words.of("partners.awaited.carrier", road.count(), road.firstDue()));
        }
        return all;
    }
}
