package jp.otodoke.partners.carrier;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import jp.otodoke.fulfilment.ClosedDays;
import jp.otodoke.fulfilment.ParcelsInTransit;
import jp.otodoke.fulfilment.RecordCodSettlement;
import jp.otodoke.fulfilment.RecordTracking;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.partners.exchange.ExpectedFile;
import jp.otodoke.partners.exchange.Partner;
import jp.otodoke.partners.exchange.PaymentFormat;
import jp.otodoke.shared.BilingualText;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The carrier as a partner. */
@Configuration(proxyBeanMethods = false)
class CarrierPartner {
    static final String CODE = "carrier";

    @Bean
    CodSettlementFormat codSettlementFormat(RecordCodSettlement recordCodSettlement) {
        return new CodSettlementFormat(recordCodSettlement);
    }

    @Bean
    PaymentFormat codSettlement(CodSettlementFormat format) {
        return new PaymentFormat("cod-settlement", format);
    }

    @Bean
    Partner carrier(RecordTracking recordTracking, CodSettlementFormat codSettlement, ParcelsInTransit parcels) {
        return Partner.bySftp(CODE, 20)
                .receiving(List.of(new TrackingFormat(recordTracking), codSettlement))
                .expecting(new ExpectedFile(
                        "TRACKING",
                        ExpectedFile.DAILY,
                        LocalTime.of(6, 0),
                        LocalTime.of(22, 0),
                        ClosedDays.CARRIER,
                        StaffGroup.SHIPPING,
                        false))
                .awaiting(() -> awaited(parcels));
    }

    private static Optional<BilingualText> awaited(ParcelsInTransit parcels) {
        var road = parcels.now();
        return Optional.ofNullable(road.firstDue())
                .map(due -> BilingualText.of("partners.awaited.carrier", road.count(), due));
    }
}
