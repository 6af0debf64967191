package jp.otodoke.partners.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One lane per partner that gets files, and as many as each kind of call wants. */
@Component
class OutboxDispatcher implements SmartLifecycle {
    /** In a rush rows gather this long, so that a file carries many instead of one. */
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    private final Map<String, Map<String, OutgoingFormat>> formats;
    private final List<OutgoingCall> calls;
    private final OutgoingFiles files;
    private final OutgoingCalls outgoingCalls;
    private final OutboxRows rows;
    private final WorkSignal workSignal;
    private final Transport transport;
    private final List<DispatchLoop> lanes = new ArrayList<>();

    OutboxDispatcher(
            List<OutgoingFormat> formats,
            List<OutgoingCall> calls,
            OutgoingFiles files,
            OutgoingCalls outgoingCalls,
            OutboxRows rows,
            WorkSignal workSignal,
            Transport transport) {
        this.formats = formats.stream()
                .collect(Collectors.groupingBy(
                        OutgoingFormat::partner, TreeMap::new, Collectors.toMap(OutgoingFormat::type, f -> f)));
        this.calls = calls;
        this.files = files;
        this.outgoingCalls = outgoingCalls;
        this.rows = rows;
        this.workSignal = workSignal;
        this.transport = transport;
    }

    @Override
    public void start() {
        if (!transport.running()) {
            return;
        }
        formats.forEach((partner, byType) -> open(partner, new FileLane(partner, byType)::step));
        for (var call : calls) {
            for (int i = 0; i < call.parallel(); i++) {
                open(call.partner(), () -> outgoingCalls.callNext(call));
            }
        }
    }

    private void open(String partner, BooleanSupplier step) {
        var lane = new DispatchLoop(partner, () -> transport.ready() && step.getAsBoolean());
        lanes.add(lane);
        workSignal.register(partner, lane::wake);
        lane.start();
    }

    @Override
    public void stop() {
        lanes.forEach(DispatchLoop::stop);
        try {
            for (var lane : lanes) {
                lane.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lanes.clear();
    }

    @Override
    public boolean isRunning() {
        return !lanes.isEmpty();
    }

    /** Files are sealed when there are rows, and sent in the order in which they were sealed. */
    private final class FileLane {
        private final String partner;
        private final Map<String, OutgoingFormat> byType;
        private long lastSealed = System.nanoTime() - GATHER_NANOS;

        FileLane(String partner, Map<String, OutgoingFormat> byType) {
            this.partner = partner;
            this.byType = byType;
        }

        boolean step() {
            boolean sealed = sealNext();
            return files.sendNext(partner) || sealed;
        }

        private boolean sealNext() {
            var type = rows.nextType(partner).map(byType::get);
            if (type.isEmpty()) {
                return false;
            }
            gather();
            lastSealed = System.nanoTime();
            return files.seal(type.get());
        }

        private void gather() {
            long wait = lastSealed + GATHER_NANOS - System.nanoTime();
            if (wait > 0) {
                try {
                    TimeUnit.NANOSECONDS.sleep(wait);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
