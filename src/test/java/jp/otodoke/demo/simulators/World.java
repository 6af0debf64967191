package jp.otodoke.demo.simulators;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.TestDatabase;
import jp.otodoke.partners.exchange.CompletedUploads;
import jp.otodoke.partners.exchange.WorkSignal;
import jp.otodoke.platform.nodes.Leases;
import jp.otodoke.platform.nodes.ThisNode;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.json.JsonMapper;

/** The simulated partners without Otodoke: the test lays files in out/ and finds answers in in/. */
final class World implements AutoCloseable {
    static final Charset CP932 = Charset.forName("windows-31j");
    private static final Instant START =
            OffsetDateTime.parse("2026-11-24T09:00:00+09:00").toInstant();

    private final Path home;
    private final TestDatabase.Address database;
    private Instant now = START;
    private AnnotationConfigApplicationContext context;

    World(Path home) {
        this.home = home;
        this.database = TestDatabase.fresh();
        this.context = start();
    }

    private AnnotationConfigApplicationContext start() {
        var fresh = new AnnotationConfigApplicationContext();
        fresh.getEnvironment().setActiveProfiles("demo");
        fresh.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "world",
                        Map.of(
                                "otodoke.home",
                                home.toString(),
                                "otodoke.card.webhook-url",
                                "http://localhost:1/none")));
        var clock = new BusinessClock(Clock.fixed(START, BusinessClock.TOKYO));
        clock.shift(Duration.between(START, now));
        fresh.registerBean(BusinessClock.class, () -> clock);
        fresh.registerBean(TestDatabase.Address.class, () -> database);
        fresh.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        fresh.register(
                Setup.class,
                ThisNode.class,
                Leases.class,
                WorkSignal.class,
                CompletedUploads.class,
                PartnerFaults.class,
                PartnerFolders.class,
                SimulatedEvents.class,
                AnswerFiles.class,
                SimulatedStockBook.class,
                SimulatedParcels.class,
                SimulatedWarehouse.class,
                SimulatedWarehouseWork.class,
                SimulatedCarrier.class,
                SimulatedCodSettlements.class,
                SimulatedBank.class,
                SimulatedAgency.class,
                SimulatedShop.class,
                SimulatedCardGateway.class,
                SimulatedChargebacks.class,
                SimulatedCardNotices.class,
                SimulatedDeferredProvider.class,
                Quiet.class,
                SimulatorWork.class);
        fresh.refresh();
        fresh.getBean(SimulatedWarehouseWork.class).startCounting();
        return fresh;
    }

    /** The world without its thread: the test says when it lives. */
    static final class Quiet extends SimulatorLoop {
        Quiet(
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
            super(
                    simulatedWarehouse,
                    warehouseWork,
                    simulatedCarrier,
                    simulatedBank,
                    simulatedAgency,
                    notices,
                    answers,
                    folders,
                    faults,
                    events,
                    leases);
        }

        @Override
        public boolean isAutoStartup() {
            return false;
        }
    }

    /** No component: the tests of the whole application must not find it. */
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Setup {
        @Bean
        HikariDataSource dataSource(TestDatabase.Address database) {
            var pool = new HikariDataSource();
            pool.setJdbcUrl(database.url());
            pool.setUsername(database.username());
            pool.setPassword(database.password());
            pool.setMaximumPoolSize(4);
            pool.setMinimumIdle(0);
            return pool;
        }

        @Bean
        PlatformTransactionManager transactions(HikariDataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        JdbcClient jdbc(HikariDataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        Payers payers() {
            return order -> order.equals(OrderNumber.of("A00000099")) ? Optional.empty() : Optional.of("ヤマダ ハナコ");
        }
    }

    <T> T the(Class<T> bean) {
        return context.getBean(bean);
    }

    JdbcClient jdbc() {
        return the(JdbcClient.class);
    }

    /** The application dies and is started again; nothing but tables and folders is left. */
    void restart() {
        context.close();
        context = start();
    }

    void fault(String partner, String fault, boolean on) {
        the(PartnerFaults.class).switchFault(partner, fault, on);
    }

    /** Everybody does what is to be done at this moment. */
    void settle() {
        for (int round = 0; the(SimulatorLoop.class).runActivities(); round++) {
            if (round > 100) {
                throw new IllegalStateException(
                        "Never settles: " + the(SimulatorWork.class).moving());
            }
        }
    }

    /** Goes through every due moment until this one, as the movable clock does. */
    void goTo(String time) {
        Instant target = OffsetDateTime.parse(time).toInstant();
        settle();
        for (var next = next(target); next.isPresent(); next = next(target)) {
            set(next.get());
            settle();
        }
        set(target);
        settle();
    }

    private Optional<Instant> next(Instant target) {
        return the(SimulatorWork.class).nextDue().filter(due -> !due.isAfter(target));
    }

    private void set(Instant time) {
        now = time;
        the(BusinessClock.class).shift(Duration.between(START, now));
    }

    void tell(String name, String... rows) {
        tellTo("warehouse", name, rows);
    }

    void tellTo(String partner, String name, String... rows) {
        write(
                home.resolve("partners").resolve(partner).resolve("out").resolve(name),
                String.join("\r\n", rows) + "\r\n");
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, text.getBytes(CP932));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answers of this type that lie there, oldest first. */
    List<byte[]> answers(String partner, String type) {
        Path in = home.resolve("partners").resolve(partner).resolve("in");
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        try (var files = Files.list(in)) {
            return files.filter(f -> f.getFileName().toString().startsWith(type + "_"))
                    .sorted((a, b) -> sequence(a).compareTo(sequence(b)))
                    .map(World::bytes)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sequence(Path file) {
        return file.getFileName().toString().replaceAll("^.*_|\\..*$", "");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All rows of all these answers, without their headers. */
    List<String> rows(String partner, String type) {
        return answers(partner, type).stream().flatMap(f -> rows(f).stream()).toList();
    }

    static List<String> rows(byte[] file) {
        return Arrays.stream(new String(file, CP932).split("\r\n")).skip(1).toList();
    }

    /** Otodoke has taken everything that lay in in/. */
    void takeAll(String partner) {
        Path in = home.resolve("partners").resolve(partner).resolve("in");
        if (!Files.isDirectory(in)) {
            return;
        }
        try (var files = Files.list(in)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
