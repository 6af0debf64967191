package jp.otodoke.partners.exchange;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Files that are known to be complete because the built-in SFTP server saw the upload end. For other files
 * completeness can only be guessed.
 */
@Component
public class CompletedUploads {
    private final Set<Upload> finished = ConcurrentHashMap.newKeySet();
    private final WorkSignal workSignal;

    CompletedUploads(WorkSignal workSignal) {
        this.workSignal = workSignal;
    }

    /** A complete file is in the partner's {@code in} folder; it is fetched at once. */
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

    /** The name under which polling of a partner's files is signalled. */
    public static String inbox(String partner) {
        return partner + " inbox";
    }

    private record Upload(String partner, String fileName) {}
}
