package jp.otodoke.partners.simulators;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import jp.otodoke.partners.simulators.SimEvents.Kind;
import jp.otodoke.shared.nodes.Leases;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the simulated partners live: one thread looks, in their order, for what each has to do now. */
@Component
@Simulated
class SimulatedWorld implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedWorld.class);
    private static final long LOOK_MILLIS = 250;
    private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** What somebody does, and when it may be tried again after it failed. */
    private static final class Habit {
        private final String name;
        private final IntSupplier act;
        private long restsUntil = System.nanoTime();

        Habit(String name, IntSupplier act) {
            this.name = name;
            this.act = act;
        }

        /** A failed act has changed nothing; it is tried again while the others go on. */
        boolean act() {
            if (System.nanoTime() - restsUntil < 0) {
                return false;
            }
            try {
                return act.getAsInt() > 0;
            } catch (RuntimeException e) {
                LOG.warn("The simulated partners could not {}; trying again.", name, e);
                restsUntil = System.nanoTime() + REST_NANOS;
                return false;
            }
        }
    }

    private final Warehouse warehouse;
    private final ShippingFloor floor;
    private final PartnerFolders folders;
    private final PartnerFaults faults;
    private final List<Habit> habits;
    private final Leases leases;
    private final Semaphore nudges = new Semaphore(0);
    private volatile @Nullable Thread thread;

    SimulatedWorld(
            Warehouse warehouse,
            ShippingFloor floor,
            Carrier carrier,
            Bank bank,
            CardNotices notices,
            AnswerFiles answers,
            PartnerFolders folders,
            PartnerFaults faults,
            Leases leases) {
        this.warehouse = warehouse;
        this.floor = floor;
        this.folders = folders;
        this.faults = faults;
        this.leases = leases;
        this.habits = List.of(
                new Habit("read at the warehouse", this::read),
                new Habit("ship", alive(Partner.WAREHOUSE, floor::ship)),
                new Habit("count the stock", alive(Partner.WAREHOUSE, floor::count)),
                new Habit("pick up", carrying(carrier, Kind.PICK_UP)),
                new Habit("carry out", carrying(carrier, Kind.CARRY_OUT)),
                new Habit("deliver", carrying(carrier, Kind.DELIVER)),
                new Habit("find an address", carrying(carrier, Kind.FIND_ADDRESS)),
                new Habit("send back", carrying(carrier, Kind.SEND_BACK)),
                new Habit("give back", carrying(carrier, Kind.GIVE_BACK)),
                new Habit("transfer money", alive(Partner.BANK, bank::transfer)),
                new Habit("tell of card payments", alive(Partner.CARD, notices::tell)),
                new Habit("lay files", answers::lay));
    }

    private IntSupplier carrying(Carrier carrier, Kind kind) {
        return alive(Partner.CARRIER, () -> carrier.report(kind));
    }

    /** A dead partner does nothing. */
    private IntSupplier alive(Partner partner, IntSupplier act) {
        return () -> faults.isDead(partner.code()) ? 0 : act.getAsInt();
    }

    private int read() {
        if (faults.isDead(Partner.WAREHOUSE.code())) {
            return 0;
        }
        List<Path> files = warehouse.unread();
        for (Path file : files) {
            warehouse.read(file);
            folders.putAway(file);
        }
        return files.size();
    }

    /** Everybody does once what is due; returns whether there was anything. */
    boolean live() {
        boolean any = false;
        for (Habit habit : habits) {
            any |= habit.act();
        }
        return any;
    }

    /** The partners live once, on whichever node. */
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
