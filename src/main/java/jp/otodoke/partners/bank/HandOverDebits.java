package jp.otodoke.partners.bank;

import java.time.Duration;
import jp.otodoke.partners.exchange.Transport;
import jp.otodoke.payments.DebitsToHandOver;
import jp.otodoke.platform.clock.RepeatedWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Places the files of cycles that go by themselves into the folder of the agency. A file is frozen before it is placed, so that
 * another attempt places the same bytes under the same name; no log of messages keeps its accounts. After an interruption it is
 * not placed again by itself, since the agency may have taken it.
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
                log.error("Could not look for direct debits to hand over; trying again", e);
            }
        }
    }

    void run() {
        debits.ifAvailable(due -> due.take().forEach(cycle -> handOver(due, cycle)));
    }

    /** One that can't be handed over keeps no other back. */
    private void handOver(DebitsToHandOver due, long cycle) {
        try {
            place(due, cycle);
        } catch (RuntimeException e) {
            log.error("Could not hand over direct debit {}; trying again", cycle, e);
        }
    }

    /** What happens after it is placed does not make it fail: it would be placed again. */
    private void place(DebitsToHandOver due, long cycle) {
        try {
            var file = fetchDebitRequest.toPlace(cycle);
            if (file.isEmpty()) {
                log.warn("Nothing of direct debit {} is left to hand over", cycle);
                return;
            }
            if (!due.begin(cycle)) {
                return;
            }
            transport.deliver(BankPartners.AGENCY, "FURIKAE_%06d.txt".formatted(cycle), file.get());
        } catch (RuntimeException e) {
            due.failed(cycle);
            throw e;
        }
        due.done(cycle);
    }
}
