package jp.otodoke.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.otodoke.EngineJobs;
import jp.otodoke.TestClock;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.subscriptions.BeginSubscriptionRun;
import jp.otodoke.subscriptions.RunState;
import jp.otodoke.subscriptions.SubscriptionDesk;
import jp.otodoke.subscriptions.SubscriptionRuns;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A night of subscriptions with three lines, each of a customer of its own, paid by invoice: previewed, written down, made with
 * their turns, and balanced. Beside it the same rows of orders, payments, ledger and stock once more by bare SQL.
 */
@Tag("bench")
@SpringBootTest
@ActiveProfiles("test")
@Import({TestClock.class, EngineJobs.class, Given.class})
class SubscriptionNightBench {
    private static final int SUBSCRIPTIONS = Integer.getInteger("otodoke.bench.night", 100_000);
    private static final int THREADS = Integer.getInteger("otodoke.bench.threads", 2);
    private static final int WARM_UP = Math.min(SUBSCRIPTIONS, 2_000);
    private static final int ARTICLES = 30;
    private static final int CHUNK = 1_000;
    private static final LocalDate WARM_UP_DAY = LocalDate.of(2026, 11, 30);
    private static final LocalDate NIGHT = LocalDate.of(2026, 12, 1);

    private final AutowireCapableBeanFactory beans;
    private final RegisterCustomer registerCustomer;
    private final BeginSubscriptionRun begin;
    private final SubscriptionRuns runs;
    private final Given given;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<Invariant> invariants;

    @Autowired
    SubscriptionNightBench(
            AutowireCapableBeanFactory beans,
            RegisterCustomer registerCustomer,
            BeginSubscriptionRun begin,
            SubscriptionRuns runs,
            Given given,
            TestClock clock,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            List<Invariant> invariants) {
        this.beans = beans;
        this.registerCustomer = registerCustomer;
        this.begin = begin;
        this.runs = runs;
        this.given = given;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.invariants = invariants;
    }

    @Test
    void aNightOfSubscriptionsBesideTheSameRowsByBareSql() {
        clock.set("2026-11-26T01:00:00+09:00");
        var desk = beans.createBean(SubscriptionDesk.class);
        var articles = IntStream.range(0, ARTICLES)
                .mapToObj(n -> given.product(ProductMother.tea(), 10 * (SUBSCRIPTIONS + WARM_UP)))
                .toList();
        subscriptions(customers(0, WARM_UP), articles, WARM_UP_DAY);
        begin.byHand(WARM_UP_DAY, SubscriptionDesk.BY);
        work(desk);
        subscriptions(customers(WARM_UP, SUBSCRIPTIONS), articles, NIGHT);
        transaction.executeWithoutResult(status -> jdbc.sql("analyze").update());

        line(
                "preview of the night",
                seconds(() -> assertThat(runs.preview(NIGHT).made()).isEqualTo(SUBSCRIPTIONS)));
        var run = new long[1];
        double expecting = seconds(() -> run[0] = begin.byHand(NIGHT, SubscriptionDesk.BY));
        line("what is expected, written down", expecting);
        double making = seconds(() -> work(desk));
        line("made, priced, turns written, balanced", making);
        double bare = new NightRows(jdbc, transaction).copied("A%08d".formatted(WARM_UP));
        line("the same rows of orders by bare SQL", bare);
        System.out.printf(Locale.ROOT, "%-44s %8.1f times%n", "the run beside bare SQL", (expecting + making) / bare);

        assertThat(runs.get(run[0]).state()).isEqualTo(RunState.DONE);
        assertThat(runs.get(run[0]).made()).isEqualTo(SUBSCRIPTIONS);
        assertThat(invariants.stream()
                        .filter(one -> one.name().startsWith("subscription-"))
                        .filter(one -> one.violations() > 0)
                        .map(Invariant::name))
                .isEmpty();
    }

    private static void work(SubscriptionDesk desk) {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            IntStream.range(0, THREADS)
                    .mapToObj(n -> CompletableFuture.runAsync(desk::work, threads))
                    .toList()
                    .forEach(CompletableFuture::join);
            desk.work();
        } finally {
            threads.shutdown();
        }
    }

    private List<CustomerNumber> customers(int from, int count) {
        var registered = new ArrayList<CustomerNumber>();
        for (int done = 0; done < count; done += CHUNK) {
            registered.addAll(registerCustomer.register(IntStream.range(done, Math.min(done + CHUNK, count))
                    .mapToObj(n -> CustomerMother.called(
                            "定期 花子" + (from + n), "テイキ ハナコ", "%010d".formatted(300_000_000L + from + n)))
                    .toList()));
        }
        registered.forEach(customer -> given.creditTerms(customer, 5_000_000, 31));
        return registered;
    }

    /** As many subscriptions at once as no channel starts; their rows are those that a start leaves. */
    private void subscriptions(List<CustomerNumber> customers, List<String> articles, LocalDate first) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(
                            """
                            insert into subscription (number, customer_number, state, rule, anchor, anchor_turn, next_turn, next_nominal,
                                                      next_delivery, payment_method, channel, started_at, started_by)
                            select 'S' || c.number, c.number, 'ACTIVE', '{"type": "DAYS", "days": 30}', :first, 1, 1,
                                   :first, :first, 'INVOICE', 'WEB', now(), 'bench'
                              from unnest(:customers::text[]) c (number)
                            """)
                    .param("first", first)
                    .param(
                            "customers",
                            customers.stream().map(CustomerNumber::value).toArray(String[]::new))
                    .update();
            jdbc.sql(
                            """
                            insert into subscription_item (subscription_number, line_no, sku, quantity)
                            select 'S' || c.number, line, (cast(:articles as text[]))[1 + (c.n + 7 * line) % :count], 1
                              from unnest(:customers::text[]) with ordinality c (number, n), generate_series(1, 3) line
                            """)
                    .param("articles", articles.toArray(String[]::new))
                    .param("count", articles.size())
                    .param(
                            "customers",
                            customers.stream().map(CustomerNumber::value).toArray(String[]::new))
                    .update();
        });
    }

    private static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void line(String what, double seconds) {
        System.out.printf(Locale.ROOT, "%-44s %8.1f s %9.2f ms each%n", what, seconds, 1_000 * seconds / SUBSCRIPTIONS);
    }
}
