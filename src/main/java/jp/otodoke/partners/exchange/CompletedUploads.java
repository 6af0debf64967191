package jp.otodoke.partners.exchange;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Files whose sender is known to have finished writing them, because our own SFTP server saw it. Of other files one can
 * only guess.
 */
@Component
public class CompletedUploads {
    private final Set<Upload> finished = ConcurrentHashMap.newKeySet();
    private final WorkSignal workSignal;

    CompletedUploads(WorkSignal workSignal) {
        this.workSignal = workSignal;
    }

    /** A file lies ready in the partner's {@code in} folder; it is fetched at once. */
    public void finished(String partner, String fileName) {
        finished.add(new Upload(partner, fileName));
        workSignal.wake(inbox(partner));
    }

    public boolean contains(String partner, String fileName) {
        return finished.contains(new Upload(partner, fileName));
    }

    public void forget(String partner, String fileName) {
        finished.remove(new Upload(partner, fileName));
    }

    /** By this name those who fetch a partner's files are woken. */
    public static String inbox(String partner) {
        return partner + " inbox";
    }

    private record Upload(String partner, String fileName) {}
}
