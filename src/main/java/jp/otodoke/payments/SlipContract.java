package jp.otodoke.payments;

import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What is agreed with the agency that collects money at convenience stores; without its codes no slips are issued. */
@Component
public class SlipContract {
    private final Optional<SlipIssuer> issuer;
    private final Duration confirmedWithin;

    SlipContract(
            @Value("${otodoke.slips.issuer-code}") String code,
            @Value("${otodoke.slips.company-code}") String company,
            @Value("${otodoke.slips.confirmed-within-days}") int days) {
        this.issuer =
                code.isBlank() && company.isBlank() ? Optional.empty() : Optional.of(new SlipIssuer(code, company));
        this.confirmedWithin = Duration.ofDays(days);
    }

    /** Empty where there is no contract. */
    public Optional<SlipIssuer> issuer() {
        return issuer;
    }

    /** How long after a payment the 確報 may take before a person asks the agency. */
    Duration confirmedWithin() {
        return confirmedWithin;
    }
}
