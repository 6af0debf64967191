package jp.otodoke.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jp.otodoke.EngineJobs;
import jp.otodoke.TestClock;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.PlaceOrders;
import jp.otodoke.orders.Placement;
import jp.otodoke.orders.Preparation;
import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.workflow.StartPoll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A night's orders, as subscriptions will make them: each of a customer of its own, three lines, paid by invoice. They are
 * made, priced, charged, checked, allocated and planned in slices, and their processes queued; then the workers start these
 * up to their first wait. Beside it the same rows of orders, payments, ledger and stock once more by bare SQL.
 */
@Tag("bench")
@SpringBootTest
@ActiveProfiles("test")
@Import({TestClock.class, EngineJobs.class, Given.class})
class OrderNightBench {
    private static final int ORDERS = Integer.getInteger("otodoke.bench.night", 100_000);
    private static final int SLICE = Integer.getInteger("otodoke.bench.slice", 500);
    private static final int THREADS = Integer.getInteger("otodoke.bench.threads", 2);
    private static final int WARM_UP = Math.min(ORDERS, 2_000);
    private static final int ARTICLES = 30;
    private static final int LINES = 3;

    private final PlaceOrders placeOrders;
    private final StartPoll starts;
    private final RegisterCustomer registerCustomer;
    private final Given given;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<Invariant> invariants;

    @Autowired
    OrderNightBench(
            PlaceOrders placeOrders,
            StartPoll starts,
            RegisterCustomer registerCustomer,
            Given given,
            TestClock clock,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            List<Invariant> invariants) {
        this.placeOrders = placeOrders;
        this.starts = starts;
        this.registerCustomer = registerCustomer;
        this.given = given;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.invariants = invariants;
    }

    @Test
    void ordersOfANightBesideTheSameRowsByBareSql() {
        clock.set("2026-11-26T01:00:00+09:00");
        var articles = IntStream.range(0, ARTICLES)
                .mapToObj(n -> given.product(ProductMother.tea(), 10 * (ORDERS + WARM_UP)))
                .toList();
        placed(orders(customers(WARM_UP), articles));
        started();
        var night = orders(customers(ORDERS), articles);
        jdbc.sql("analyze").update();

        long processor = processorNanos();
        double placing = placed(night);
        line("made, priced, charged, allocated, planned", placing);
        line("  of it processor time of the virtual machine", secondsSince(processor));
        processor = processorNanos();
        double starting = started();
        line("their processes at their first wait", starting);
        line("  of it processor time of the virtual machine", secondsSince(processor));
        line("both", placing + starting);
        double bare = new NightRows(jdbc, transaction).copied("A%08d".formatted(WARM_UP));
        line("the same rows by bare SQL", bare);
        System.out.printf(Locale.ROOT, "%-44s %8.1f times%n", "placing beside bare SQL", placing / bare);
        assertThat(ready()).isEqualTo(ORDERS + WARM_UP);
        assertThat(atTheirFirstWait()).isEqualTo(ORDERS + WARM_UP);
        assertThat(broken()).isEmpty();
    }

    private double placed(List<NewOrder> orders) {
        return seconds(
                slices(orders),
                slice -> placeOrders.place(slice, Preparation.QUEUED).forEach(Placement::orRefuse));
    }

    /** By as many workers as place orders. */
    private double started() {
        return seconds(IntStream.range(0, THREADS).boxed().toList(), worker -> starts.run());
    }

    private static double secondsSince(long processor) {
        return (processorNanos() - processor) / 1e9;
    }

    /** Of all threads; on a busy machine it says more than the clock. */
    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static <T> double seconds(List<T> parts, Consumer<T> work) {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            long begin = System.nanoTime();
            parts.stream()
                    .map(part -> run(threads, () -> work.accept(part)))
                    .toList()
                    .forEach(CompletableFuture::join);
            return (System.nanoTime() - begin) / 1e9;
        } finally {
            threads.shutdown();
        }
    }

    private static CompletableFuture<Void> run(ExecutorService threads, Runnable work) {
        return CompletableFuture.runAsync(work, threads);
    }

    private static <T> List<List<T>> slices(List<T> all) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + SLICE)
                .mapToObj(from -> all.subList(from, Math.min(from + SLICE, all.size())))
                .toList();
    }

    private List<CustomerNumber> customers(int count) {
        var registered = new ArrayList<CustomerNumber>();
        for (int from = 0; from < count; from += 1_000) {
            registered.addAll(registerCustomer.register(IntStream.range(from, Math.min(from + 1_000, count))
                    .mapToObj(OrderNightBench::customer)
                    .toList()));
        }
        registered.forEach(customer -> given.creditTerms(customer, 5_000_000, 31));
        return registered;
    }

    private static NewCustomer customer(int n) {
        return CustomerMother.called("定期 花子" + n, "テイキ ハナコ", "%010d".formatted(300_000_000L + n));
    }

    private static List<NewOrder> orders(List<CustomerNumber> customers, List<String> articles) {
        var made = new ArrayList<NewOrder>();
        for (int n = 0; n < customers.size(); n++) {
            var order = OrderMother.of(articles.get(n % ARTICLES), 1 + n % 2);
            for (int line = 1; line < LINES; line++) {
                order.and(articles.get((n + 7 * line) % ARTICLES), 1);
            }
            made.add(order.from(customers.get(n)).by(PaymentMethod.INVOICE).build());
        }
        return made;
    }

    private int ready() {
        return jdbc.sql("select count(*) from orders where status = 'READY'")
                .query(Integer.class)
                .single();
    }

    private int atTheirFirstWait() {
        return jdbc.sql("select count(*) from act_ru_execution where act_id_ = 'await-ship-day' and is_active_")
                .query(Integer.class)
                .single();
    }

    private List<String> broken() {
        return invariants.stream()
                .filter(invariant -> invariant.violations() > 0)
                .map(invariant -> invariant.name() + ": " + invariant.violations())
                .toList();
    }

    private static void line(String what, double seconds) {
        System.out.printf(Locale.ROOT, "%-44s %8.1f s %9.2f ms each%n", what, seconds, 1_000 * seconds / ORDERS);
    }
}
