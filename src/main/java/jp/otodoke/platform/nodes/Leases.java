package jp.otodoke.platform.nodes;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Acquires, renews and balances leases between the nodes. */
@Component
public class Leases {
    private static final Logger log = LoggerFactory.getLogger(Leases.class);
    private static final int SECONDS = 15;

    /** A holder considers its lease expired before others may take it. */
    private static final long NANOS = TimeUnit.SECONDS.toNanos(SECONDS - 3);

    private final Map<String, Lease> wanted = new ConcurrentHashMap<>();
    private final ThisNode node;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Leases(ThisNode node, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.node = node;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** From now on this node can take it. */
    public Lease of(String name) {
        var lease = wanted.computeIfAbsent(name, Lease::new);
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "insert into lease (name, holder, until) values (?, ?, now()) on conflict do nothing")
                .params(name, node.name())
                .update());
        acquire(List.of(lease));
        return lease;
    }

    String[] wanted() {
        return wanted.keySet().toArray(String[]::new);
    }

    void renewAll() {
        acquire(List.copyOf(wanted.values()));
        balance();
    }

    private void acquire(List<Lease> leases) {
        long until = System.nanoTime() + NANOS;
        var held = new HashSet<>(transaction.execute(status -> jdbc.sql(
                        """
                        update lease set holder = :me, until = now() + make_interval(secs => :seconds)
                         where name in (select name from lease
                                         where name = any(:names)
                                           and (holder = :me or until < now() or not node_lives(holder))
                                         order by name for update skip locked)
                        returning name""")
                .param("me", node.name())
                .param("seconds", SECONDS)
                .param("names", leases.stream().map(Lease::name).toArray(String[]::new))
                .query(String.class)
                .list()));
        for (var lease : leases) {
            if (!held.contains(lease.name())) {
                lease.lost();
            } else {
                if (!lease.isMine()) {
                    log.info("This node now does: {}", lease.name());
                }
                lease.renew(until);
            }
        }
    }

    /** A node with at least two fewer gets one. */
    private void balance() {
        var offer = jdbc.sql(
                        """
                        with burden as (
                            select n.name, n.wanted_leases,
                                   (select count(*) from lease l where l.holder = n.name and l.until > now()) as held
                              from node n where node_lives(n.name))
                        select l.name as lease, other.name as node
                          from lease l
                          join burden mine on mine.name = :me
                          join burden other on l.name = any(other.wanted_leases) and other.held + 2 <= mine.held
                         where l.holder = :me order by other.held, l.name limit 1""")
                .param("me", node.name())
                .query(Offer.class)
                .optional();
        offer.filter(o -> wanted.containsKey(o.lease()) && wanted.get(o.lease()).tryRelease())
                .ifPresent(this::handOver);
    }

    private void handOver(Offer offer) {
        transaction.executeWithoutResult(status -> jdbc.sql("update lease set holder = ? where name = ? and holder = ?")
                .params(offer.node(), offer.lease(), node.name())
                .update());
        log.info("{} is left to {}", offer.lease(), offer.node());
    }

    /** Runs in the caller's transaction. */
    void releaseAll() {
        wanted.values().forEach(Lease::lost);
        jdbc.sql("update lease set until = now() where holder = ?")
                .param(node.name())
                .update();
    }

    private record Offer(String lease, String node) {}
}
