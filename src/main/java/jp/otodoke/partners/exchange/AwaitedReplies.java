package jp.otodoke.partners.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.otodoke.fulfilment.ParcelsInTransit;
import jp.otodoke.payments.ExpectedTransfers;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What open work waits for from a partner that sends when something has happened, and not by the clock. */
@Component
public class AwaitedReplies {
    private final ExpectedTransfers transfers;
    private final ParcelsInTransit parcels;

    AwaitedReplies(ExpectedTransfers transfers, ParcelsInTransit parcels) {
        this.transfers = transfers;
        this.parcels = parcels;
    }

    /** By partner; who owes us nothing is missing. */
    @Transactional(readOnly = true)
    public Map<String, BilingualText> all() {
        var all = new LinkedHashMap<String, BilingualText>();
        var money = transfers.now();
        if (money.firstDue() != null) {
            all.put("bank", BilingualText.of("partners.awaited.bank", money.count(), money.firstDue()));
        }
        var road = parcels.now();
        if (road.firstDue() != null) {
            all.put("carrier", BilingualText.of("partners.awaited.carrier", road.count(), road.firstDue()));
        }
        return all;
    }
}
