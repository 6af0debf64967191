package jp.otodoke.partners.exchange;

import org.slf4j.MDC;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** A second thread for one file: in the name of whoever has sent it, and its log lines name the file. */
final class FileThread {
    private FileThread() {}

    /** @param suffix to the name of the thread that works on the file */
    static void run(Runnable work, String suffix) {
        var file = MDC.getCopyOfContextMap();
        var thread = new Thread(
                new DelegatingSecurityContextRunnable(() -> {
                    if (file != null) {
                        MDC.setContextMap(file);
                    }
                    work.run();
                }),
                Thread.currentThread().getName() + suffix);
        thread.setDaemon(true);
        thread.start();
    }
}
