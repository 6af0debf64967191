package jp.otodoke.demo.simulators;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import jp.otodoke.demo.simulators.SimulatedEvents.Kind;
import jp.otodoke.platform.nodes.Leases;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the simulated partners: one thread checks each in turn for work that is due. */
@Component
@Simulated
class SimulatorLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatorLoop.class);
    private static final long LOOK_MILLIS = 250;
    private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** What a partner does, always or when something of a kind is due, and when it may be retried after a failure. */
    private static final class Habit {
        private final String name;
        private final @Nullable Kind kind;
        private final IntSupplier act;
        private long restsUntil = System.nanoTime();

        Habit(String name, @Nullable Kind kind, IntSupplier act) {
            this.name = name;
            this.kind = kind;
            this.act = act;
        }

        /** A failed action has changed nothing; it is retried while the others continue. */
        boolean act(Set<Kind> due) {
            if ((kind != null && !due.contains(kind)) || System.nanoTime() - restsUntil < 0) {
                return false;
            }
            try {
                return act.getAsInt() > 0;
            } catch (RuntimeException e) {
                LOG.warn("The simulated partners could not {}; retrying.", name, e);
                restsUntil = System.nanoTime() + REST_NANOS;
                return false;
            }
        }
    }

    private final SimulatedWarehouse simulatedWarehouse;
    private final WarehouseFloor floor;
    private final PartnerFolders folders;
    private final PartnerFaults faults;
    private final SimulatedEvents events;
    private final List<Habit> habits;
    private final Leases leases;
    private final Semaphore nudges = new Semaphore(0);
    private Set<Kind> due = Set.of();
    private volatile @Nullable Thread thread;

    SimulatorLoop(
            SimulatedWarehouse simulatedWarehouse,
            WarehouseFloor floor,
            SimulatedCarrier simulatedCarrier,
            SimulatedBank simulatedBank,
            SimulatedCardNotices notices,
            AnswerFiles answers,
            PartnerFolders folders,
            PartnerFaults faults,
            SimulatedEvents events,
            Leases leases) {
        this.simulatedWarehouse = simulatedWarehouse;
        this.floor = floor;
        this.folders = folders;
        this.faults = faults;
        this.events = events;
        this.leases = leases;
        this.habits = List.of(
                new Habit("see what is due", null, this::look),
                new Habit("read at the warehouse", null, this::read),
                new Habit("ship", Kind.SHIP, alive(SimulatedPartner.WAREHOUSE, floor::ship)),
                new Habit("count the stock", Kind.COUNT_STOCK, alive(SimulatedPartner.WAREHOUSE, floor::count)),
                carrying("pick up", simulatedCarrier, Kind.PICK_UP),
                carrying("carry out", simulatedCarrier, Kind.CARRY_OUT),
                carrying("deliver", simulatedCarrier, Kind.DELIVER),
                carrying("find an address", simulatedCarrier, Kind.FIND_ADDRESS),
                carrying("send back", simulatedCarrier, Kind.SEND_BACK),
                carrying("give back", simulatedCarrier, Kind.GIVE_BACK),
                new Habit("transfer money", Kind.TRANSFER, alive(SimulatedPartner.BANK, simulatedBank::transfer)),
                new Habit("tell of card payments", Kind.NOTIFY, alive(SimulatedPartner.CARD, notices::tell)),
                new Habit("lay files", null, answers::lay));
    }

    private Habit carrying(String name, SimulatedCarrier simulatedCarrier, Kind kind) {
        return new Habit(name, kind, alive(SimulatedPartner.CARRIER, () -> simulatedCarrier.report(kind)));
    }

    /** A partner that is down does nothing. */
    private IntSupplier alive(SimulatedPartner simulatedPartner, IntSupplier act) {
        return () -> faults.isDead(simulatedPartner.code()) ? 0 : act.getAsInt();
    }

    /** One query for all kinds: usually nothing is due. */
    private int look() {
        due = events.due();
        return 0;
    }

    private int read() {
        if (faults.isDead(SimulatedPartner.WAREHOUSE.code())) {
            return 0;
        }
        List<Path> files = simulatedWarehouse.unread();
        for (Path file : files) {
            simulatedWarehouse.read(file);
            folders.putAway(file);
        }
        return files.size();
    }

    /** Every partner does once what is due; returns whether there was anything. */
    boolean live() {
        boolean any = false;
        due = Set.of();
        for (Habit habit : habits) {
            any |= habit.act(due);
        }
        return any;
    }

    /** The partners run on one node at a time. */
    private void run() {
        var lease = leases.of("simulated partners");
        while (thread == Thread.currentThread()) {
            if (!lease.whileMine(this::live)) {
                pause();
            }
        }
    }

    private void pause() {
        try {
            if (nudges.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                nudges.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }

    void nudge() {
        nudges.release();
    }

    @Override
    public void start() {
        floor.startCounting();
        Thread life = new Thread(this::run, "simulated-partners");
        life.setDaemon(true);
        thread = life;
        life.start();
    }

    @Override
    public void stop() {
        Thread life = thread;
        thread = null;
        if (life != null) {
            nudge();
            try {
                life.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
