package jp.otodoke.partners.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs one dispatch loop per partner that receives files, and as many as each kind of call asks for. */
@Component
class OutboxDispatcher implements SmartLifecycle {
    /** In a peak, rows are collected for this long, so that one file carries many of them. */
    private static final long COLLECT_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    private final Partners partners;
    private final OutgoingFiles files;
    private final OutgoingCalls outgoingCalls;
    private final OutboxRows rows;
    private final WorkSignal workSignal;
    private final Transport transport;
    private final List<DispatchLoop> loops = new ArrayList<>();

    OutboxDispatcher(
            Partners partners,
            OutgoingFiles files,
            OutgoingCalls outgoingCalls,
            OutboxRows rows,
            WorkSignal workSignal,
            Transport transport) {
        this.partners = partners;
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
        partners.all().forEach(this::open);
    }

    private void open(Partner partner) {
        if (!partner.sends().isEmpty()) {
            open(partner.code(), new FileDispatch(partner)::step);
        }
        for (var call : partner.calls()) {
            for (int i = 0; i < call.parallel(); i++) {
                open(partner.code(), () -> outgoingCalls.callNext(call));
            }
        }
    }

    private void open(String partner, BooleanSupplier step) {
        var loop = new DispatchLoop(partner, () -> transport.ready() && step.getAsBoolean());
        loops.add(loop);
        workSignal.register(partner, loop::wake);
        loop.start();
    }

    @Override
    public void stop() {
        loops.forEach(DispatchLoop::stop);
        try {
            for (var loop : loops) {
                loop.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loops.clear();
    }

    @Override
    public boolean isRunning() {
        return !loops.isEmpty();
    }

    /** Files are sealed when there are rows, and sent in the order in which they were sealed. */
    private final class FileDispatch {
        private final String partner;
        private final Map<String, OutgoingFormat> byType;
        private long lastAssembled = System.nanoTime() - COLLECT_NANOS;

        FileDispatch(Partner partner) {
            this.partner = partner.code();
            this.byType = partner.sends().stream().collect(Collectors.toMap(OutgoingFormat::type, f -> f));
        }

        boolean step() {
            boolean assembled = assembleNext();
            return files.sendNext(partner) || assembled;
        }

        private boolean assembleNext() {
            var type = rows.nextType(partner).map(byType::get);
            if (type.isEmpty()) {
                return false;
            }
            collect();
            lastAssembled = System.nanoTime();
            return files.assemble(type.get());
        }

        private void collect() {
            long wait = lastAssembled + COLLECT_NANOS - System.nanoTime();
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
