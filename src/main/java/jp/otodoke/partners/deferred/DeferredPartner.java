package jp.otodoke.partners.deferred;

import java.util.List;
import jp.otodoke.partners.exchange.Partner;
import jp.otodoke.partners.exchange.PaymentFormat;
import jp.otodoke.payments.RecordDeferredSettlement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The provider of 後払い as a partner. */
@Configuration(proxyBeanMethods = false)
class DeferredPartner {
    @Bean
    DeferredSettlementFormat deferredSettlementFormat(RecordDeferredSettlement recordSettlement) {
        return new DeferredSettlementFormat(recordSettlement);
    }

    @Bean
    PaymentFormat deferredSettlement(DeferredSettlementFormat format) {
        return new PaymentFormat("deferred-settlement", format);
    }

    @Bean
    Partner deferred(QueuedDeferredCall call, DeferredSettlementFormat settlement) {
        return Partner.byCall(DeferredQueue.PARTNER, 65, call).receiving(List.of(settlement));
    }
}
