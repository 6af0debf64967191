package jp.otodoke.desk.inbox;

import java.util.concurrent.ConcurrentHashMap;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;

/** The streams of changes that each user has open on this node: each holds a connection and is written to at every change. */
@Component
class OpenStreams {
    /** Windows that a person looks at; a page in the background has no stream. */
    static final int MOST = 30;

    private final ConcurrentHashMap<String, Integer> byUser = new ConcurrentHashMap<>();

    /**
     * To be followed by {@link #closed}.
     *
     * @throws TooManyStreams if the user has as many open as one may have (conflict)
     */
    void opened(String user) {
        byUser.compute(user, (name, open) -> {
            if (open != null && open >= MOST) {
                throw new TooManyStreams();
            }
            return open == null ? 1 : open + 1;
        });
    }

    void closed(String user) {
        byUser.computeIfPresent(user, (name, open) -> open == 1 ? null : open - 1);
    }

    /** Told in plain text: a page would cost more than the stream that is refused. */
    static final class TooManyStreams extends Refusal {
        private TooManyStreams() {
            super(Kind.CONFLICT, "inbox.live.too-many", MOST);
        }
    }
}
