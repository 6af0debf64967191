package jp.otodoke.demo.simulators;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.clock.WorkInFlight;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the simulated partners are about to do. A partner that is down does nothing, so nobody waits for it. */
@Component
@Simulated
class SimulatorWork implements WorkInFlight {
    private static final String ALIVE = "partner not in (select f.partner from sim_fault f where f.fault = 'dead')";

    private record Due(long events, long files) {}

    private final JdbcClient jdbc;
    private final SimulatedWarehouse simulatedWarehouse;
    private final SimulatedAgency simulatedAgency;
    private final PartnerFaults faults;
    private final SimulatorLoop simulator;
    private final BusinessClock clock;

    SimulatorWork(
            JdbcClient jdbc,
            SimulatedWarehouse simulatedWarehouse,
            SimulatedAgency simulatedAgency,
            PartnerFaults faults,
            SimulatorLoop simulator,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.simulatedWarehouse = simulatedWarehouse;
        this.simulatedAgency = simulatedAgency;
        this.faults = faults;
        this.simulator = simulator;
        this.clock = clock;
    }

    @Override
    public List<String> moving() {
        var moving = new ArrayList<String>();
        for (SimulatedPartner warehouse : SimulatedPartner.WAREHOUSES) {
            int unread = faults.isDead(warehouse.code())
                    ? 0
                    : simulatedWarehouse.unread(warehouse).size();
            if (unread > 0) {
                moving.add("simulated %s: %d files to read".formatted(warehouse.code(), unread));
            }
        }
        int asked = faults.isDead(SimulatedPartner.AGENCY.code())
                ? 0
                : simulatedAgency.unread().size();
        if (asked > 0) {
            moving.add("simulated agency: " + asked + " files to read");
        }
        Due due = jdbc.sql("select (select count(*) from sim_event where due_at <= :now and " + ALIVE
                        + ") as events, (select count(*) from sim_file where " + AnswerFiles.READY + ") as files")
                .param("now", now())
                .query(Due.class)
                .single();
        if (due.events() > 0) {
            moving.add("simulated partners: " + due.events() + " actions due");
        }
        if (due.files() > 0) {
            moving.add("simulated partners: " + due.files() + " files to lay");
        }
        return moving;
    }

    @Override
    public Optional<Instant> nextDue() {
        @Nullable
        OffsetDateTime next = jdbc.sql("select least((select min(due_at) from sim_event where due_at > :now and "
                        + ALIVE
                        + "), (select min(lay_at) from sim_file where state = 'WAITING' and lay_at > :now and " + ALIVE
                        + "))")
                .param("now", now())
                .query((row, index) -> row.getObject(1, OffsetDateTime.class))
                .list()
                .get(0);
        return Optional.ofNullable(next).map(OffsetDateTime::toInstant);
    }

    @Override
    public void runNow() {
        simulator.runNow();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), BusinessClock.TOKYO);
    }
}
