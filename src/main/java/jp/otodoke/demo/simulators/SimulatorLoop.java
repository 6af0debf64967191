package jp.otodoke.demo.simulators;

import java.nio.file.Path;
import java.util.ArrayList;
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
    private static final long POLL_MILLIS = 250;
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** What a partner does, always or when something of a kind is due, and when it may be retried after a failure. */
    private static final class Activity {
        private final String name;
        private final @Nullable Kind kind;
        private final IntSupplier act;
        private long pausedUntil = System.nanoTime();

        Activity(String name, @Nullable Kind kind, IntSupplier act) {
            this.name = name;
            this.kind = kind;
            this.act = act;
        }

        /** A failed action has changed nothing; it is retried while the others continue. */
        boolean act(Set<Kind> due) {
            if ((kind != null && !due.contains(kind)) || System.nanoTime() - pausedUntil < 0) {
                return false;
            }
            try {
                return act.getAsInt() > 0;
            } catch (RuntimeException e) {
                LOG.warn("The simulated partners could not {}; retrying.", name, e);
                pausedUntil = System.nanoTime() + PAUSE_NANOS;
                return false;
            }
        }
    }

    private final SimulatedWarehouse simulatedWarehouse;
    private final SimulatedWarehouseWork warehouseWork;
    private final SimulatedAgency simulatedAgency;
    private final PartnerFolders folders;
    private final PartnerFaults faults;
    private final SimulatedEvents events;
    private final List<Activity> activities;
    private final Leases leases;
    private final Semaphore wakeUps = new Semaphore(0);
    private Set<Kind> due = Set.of();
    private volatile @Nullable Thread thread;

    SimulatorLoop(
            SimulatedWarehouse simulatedWarehouse,
            SimulatedWarehouseWork warehouseWork,
            SimulatedCarrier simulatedCarrier,
            SimulatedBank simulatedBank,
            SimulatedAgency simulatedAgency,
            SimulatedCardNotices notices,
            AnswerFiles answers,
            PartnerFolders folders,
            PartnerFaults faults,
            SimulatedEvents events,
            Leases leases) {
        this.simulatedWarehouse = simulatedWarehouse;
        this.warehouseWork = warehouseWork;
        this.simulatedAgency = simulatedAgency;
        this.folders = folders;
        this.faults = faults;
        this.events = events;
        this.leases = leases;
        this.activities = new ArrayList<>();
        activities.add(new Activity("find what is due", null, this::poll));
        SimulatedPartner.WAREHOUSES.forEach(warehouse -> activities.addAll(List.of(
                new Activity("read at the " + warehouse.code(), null, () -> read(warehouse)),
                new Activity(
                        "ship from the " + warehouse.code(),
                        Kind.shippingBy(warehouse),
                        alive(warehouse, () -> warehouseWork.ship(warehouse))),
                new Activity(
                        "count the stock of the " + warehouse.code(),
                        Kind.countingBy(warehouse),
                        alive(warehouse, () -> warehouseWork.count(warehouse))))));
        activities.addAll(List.of(
                dueOf("pick up", simulatedCarrier, Kind.PICK_UP),
                dueOf("carry out", simulatedCarrier, Kind.TAKE_OUT_FOR_DELIVERY),
                dueOf("deliver", simulatedCarrier, Kind.DELIVER),
                dueOf("find an address", simulatedCarrier, Kind.FIND_ADDRESS),
                dueOf("send back", simulatedCarrier, Kind.SEND_BACK),
                dueOf("give back", simulatedCarrier, Kind.RETURN_TO_SENDER),
                new Activity("transfer money", Kind.TRANSFER, alive(SimulatedPartner.BANK, simulatedBank::transfer)),
                new Activity("ask about cards", null, alive(SimulatedPartner.AGENCY, this::askAboutCards)),
                new Activity("send card notifications", Kind.NOTIFY, alive(SimulatedPartner.CARD, notices::send)),
                new Activity(
                        "report chargebacks", Kind.CHARGEBACK, alive(SimulatedPartner.CARD, notices::sendChargebacks)),
                new Activity("deliver files", null, answers::deliver)));
    }

    private Activity dueOf(String name, SimulatedCarrier simulatedCarrier, Kind kind) {
        return new Activity(name, kind, alive(SimulatedPartner.CARRIER, () -> simulatedCarrier.report(kind)));
    }

    /** A partner that is down does nothing. */
    private IntSupplier alive(SimulatedPartner simulatedPartner, IntSupplier act) {
        return () -> faults.isDead(simulatedPartner.code()) ? 0 : act.getAsInt();
    }

    /** One query for all kinds: usually nothing is due. */
    private int poll() {
        due = events.due();
        return 0;
    }

    private int read(SimulatedPartner warehouse) {
        if (faults.isDead(warehouse.code())) {
            return 0;
        }
        List<Path> files = simulatedWarehouse.unread(warehouse);
        for (Path file : files) {
            simulatedWarehouse.read(warehouse, file);
            folders.archive(file);
        }
        return files.size();
    }

    private int askAboutCards() {
        var files = simulatedAgency.unread();
        for (Path file : files) {
            simulatedAgency.answer(file);
            folders.archive(file);
        }
        return files.size();
    }

    /** Every partner does once what is due; returns whether there was anything. */
    boolean runActivities() {
        boolean any = false;
        due = Set.of();
        for (Activity activity : activities) {
            any |= activity.act(due);
        }
        return any;
    }

    /** The partners run on one node at a time. */
    private void run() {
        var lease = leases.of("simulated partners");
        while (thread == Thread.currentThread()) {
            if (!lease.whileMine(this::runActivities)) {
                pause();
            }
        }
    }

    private void pause() {
        try {
            if (wakeUps.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }

    void runNow() {
        wakeUps.release();
    }

    @Override
    public void start() {
        warehouseWork.startCounting();
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
            runNow();
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
