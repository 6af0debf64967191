package jp.otodoke.payments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.clock.RepeatedWork;
import jp.otodoke.platform.clock.WorkInFlight;
import jp.otodoke.shared.BusinessClock;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the bank was told to transfer is done when its day is over, unless the bank says otherwise. */
@Component
class CompleteTransferFiles extends RepeatedWork implements WorkInFlight {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final TransferFiles files;
    private final EndTransferFile endTransferFile;
    private final boolean active;

    CompleteTransferFiles(
            TransferFiles files,
            EndTransferFile endTransferFile,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("transfer-files", PAUSE, PAUSE, active);
        this.files = files;
        this.endTransferFile = endTransferFile;
        this.active = active;
    }

    /** Nodes that do so at the same time do no harm. */
    @Override
    protected void repeat() {
        try {
            files.overdue().forEach(endTransferFile::confirm);
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass()).error("Could not complete files of transfers; trying again", e);
        }
    }

    @Override
    public List<String> moving() {
        return active && !files.overdue().isEmpty() ? List.of("files of transfers") : List.of();
    }

    @Override
    public Optional<Instant> nextDue() {
        return files.nextDay()
                .map(day -> day.plusDays(1).atStartOfDay(BusinessClock.TOKYO).toInstant());
    }
}
