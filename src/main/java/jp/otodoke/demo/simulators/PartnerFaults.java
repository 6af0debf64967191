package jp.otodoke.demo.simulators;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.otodoke.demo.sftp.DeadPartners;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Which faults are switched on. They are stored in a table, so they survive a restart and apply to all nodes. */
@Component
@Profile("demo")
public class PartnerFaults implements DeadPartners {
    private static final Duration CACHE_TIME = Duration.ofMillis(500);
    private static final String ALL = "";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final LoadingCache<String, Set<String>> known;

    PartnerFaults(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.known = Caffeine.newBuilder().expireAfterWrite(CACHE_TIME).build(all -> read());
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public boolean isDead(String partner) {
        return current().contains(partner + "/" + Fault.DEAD.code());
    }

    boolean on(SimulatedPartner partner, Fault fault) {
        return current().contains(partner.code() + "/" + fault.code());
    }

    public List<FaultSwitch> all() {
        Set<String> on = current();
        var all = new ArrayList<FaultSwitch>();
        for (SimulatedPartner partner : SimulatedPartner.values()) {
            for (Fault fault : partner.faults()) {
                all.add(new FaultSwitch(
                        partner.code(), fault.code(), on.contains(partner.code() + "/" + fault.code())));
            }
        }
        return all;
    }

    @Transactional
    public FaultSwitch switchFault(String partner, String fault, boolean on) {
        SimulatedPartner whose = Arrays.stream(SimulatedPartner.values())
                .filter(p -> p.code().equals(partner))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidInput("partner", "unknown", BilingualText.of("demo.problem.partner", partner)));
        Fault what = whose.faults().stream()
                .filter(f -> f.code().equals(fault))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("fault", "unknown", BilingualText.of("demo.problem.fault", fault)));
        jdbc.sql(
                        on
                                ? "insert into sim_fault (partner, fault) values (?, ?) on conflict do nothing"
                                : "delete from sim_fault where partner = ? and fault = ?")
                .param(whose.code())
                .param(what.code())
                .update();
        var turned = new FaultSwitch(whose.code(), what.code(), on);
        invalidate(turned);
        return turned;
    }

    /** Others see the change and are notified of it only after the commit. */
    private void invalidate(FaultSwitch turned) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.invalidateAll();
                events.publishEvent(turned);
            }
        });
    }

    private Set<String> current() {
        return known.get(ALL);
    }

    private Set<String> read() {
        return jdbc.sql("select partner || '/' || fault from sim_fault").query(String.class).list().stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
