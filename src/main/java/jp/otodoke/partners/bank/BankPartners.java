package jp.otodoke.partners.bank;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.partners.exchange.ExpectedFile;
import jp.otodoke.partners.exchange.FileFormat;
import jp.otodoke.partners.exchange.Partner;
import jp.otodoke.partners.exchange.PaymentFormat;
import jp.otodoke.payments.ExpectedTransfers;
import jp.otodoke.shared.BilingualText;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bank and the collecting agency as partners. */
@Configuration(proxyBeanMethods = false)
class BankPartners {
    static final String BANK = "bank";
    static final String AGENCY = "agency";

    @Bean
    Partner bank(DepositFormat deposits, ExpectedTransfers transfers) {
        return Partner.bySftp(BANK, 40)
                .receiving(List.of(deposits))
                .expecting(new ExpectedFile(
                        "FURIKOMI",
                        ExpectedFile.WORKDAYS,
                        LocalTime.of(8, 0),
                        LocalTime.of(11, 0),
                        "",
                        StaffGroup.ACCOUNTING,
                        false))
                .awaiting(() -> awaited(transfers));
    }

    private static Optional<BilingualText> awaited(ExpectedTransfers transfers) {
        var money = transfers.now();
        return Optional.ofNullable(money.firstDue())
                .map(due -> BilingualText.of("partners.awaited.bank", money.count(), due));
    }

    @Bean
    Partner agency(ObjectProvider<PaymentFormat> payments) {
        return Partner.bySftp(AGENCY, 50)
                .receiving(payments.stream()
                        .<FileFormat<?>>map(PaymentFormat::format)
                        .filter(format -> format.partner().equals(AGENCY))
                        .toList());
    }
}
