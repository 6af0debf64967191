package jp.otodoke.platform.server;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The request threads that wait for the next bytes of a body, in all and by address: a share of them is kept free. */
class WaitingReads {
    private final int mostPerAddress;
    private final int most;
    private final AtomicInteger all = new AtomicInteger();
    private final ConcurrentMap<String, Integer> byAddress = new ConcurrentHashMap<>();

    WaitingReads(int mostPerAddress, int most) {
        this.mostPerAddress = mostPerAddress;
        this.most = most;
    }

    /** @throws SlowBody if too many wait already; then there is nothing to {@link #end} */
    void begin(String address) throws SlowBody {
        int here = byAddress.merge(address, 1, Integer::sum);
        if (all.incrementAndGet() > most || here > mostPerAddress) {
            end(address);
            throw new SlowBody("Too many bodies are being waited for");
        }
    }

    void end(String address) {
        all.decrementAndGet();
        byAddress.computeIfPresent(address, (a, count) -> count == 1 ? null : count - 1);
    }
}
