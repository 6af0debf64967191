package jp.otodoke.partners.bank;

import java.time.Duration;
import jp.otodoke.partners.exchange.Transport;
import jp.otodoke.payments.DebitsToHandOver;
import jp.otodoke.platform.clock.RepeatedWork;
import jp.otodoke.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Places the files of cycles that go by themselves into the folder of the agency. A file is frozen before it is placed, so that
 * another attempt places the same bytes under the same name; no log of messages keeps its accounts.
 */
@Component
class HandOverDebits extends RepeatedWork {
    private static final Logger log = LoggerFactory.getLogger(HandOverDebits.class);

    private final ObjectProvider<DebitsToHandOver> debits;
    private final FetchDebitRequest fetchDebitRequest;
    private final Transport transport;

    HandOverDebits(
            ObjectProvider<DebitsToHandOver> debits,
            FetchDebitRequest fetchDebitRequest,
            Transport transport,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("hand-over-debits", Duration.ofSeconds(35), Duration.ofSeconds(10), active);
        this.debits = debits;
        this.fetchDebitRequest = fetchDebitRequest;
        this.transport = transport;
    }

    @Override
    protected void repeat() {
        if (transport.ready()) {
            try {
                run();
            } catch (RuntimeException e) {
                log.error("Could not hand over direct debits; trying again", e);
            }
        }
    }

    void run() {
        debits.ifAvailable(due -> due.take().forEach(cycle -> handOver(due, cycle)));
    }

    private void handOver(DebitsToHandOver due, long cycle) {
        try {
            var file = fetchDebitRequest.fetch(cycle, Framing.CRLF);
            transport.deliver(BankPartners.AGENCY, "FURIKAE_%06d.txt".formatted(cycle), file);
        } catch (Refusal nothingLeft) {
            log.warn(
                    "Direct debit {} is not handed over: {}",
                    cycle,
                    nothingLeft.words().english());
        }
        due.done(cycle);
    }
}
