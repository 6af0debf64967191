package jp.otodoke.demo.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import jp.otodoke.TestDatabase;
import jp.otodoke.catalog.BareCatalog;
import jp.otodoke.mothers.BareRows;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.shared.BusinessClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

/** On databases of their own, without an application around. */
@Tag("module")
class GenerateFirmTests {
    private static final Size SMALL = new Size(400, 2800, 40, 7);

    @Test
    void makesAFirmInWhichAllInvariantsHold() {
        var firm = new Firm();

        firm.generate(SMALL);

        assertThat(firm.count("customer")).isEqualTo(400);
        assertThat(firm.count("orders")).isBetween(660L, 700L);
        assertThat(firm.count("order_line")).isBetween(2640L, 2800L);
        assertThat(firm.count("task where state = 'OPEN'")).isEqualTo(40);
        assertThat(firm.brokenInvariants()).isEmpty();
    }

    @Test
    void makesTheSameFirmFromTheSameSeed() {
        var one = new Firm();
        var same = new Firm();
        var other = new Firm();

        one.generate(SMALL);
        same.generate(SMALL);
        other.generate(new Size(400, 2800, 40, 8));

        assertThat(same.summary()).isEqualTo(one.summary());
        assertThat(other.summary()).isNotEqualTo(one.summary());
    }

    @Test
    void refusesADatabaseThatHoldsAnything() {
        var firm = new Firm();
        BareCatalog.on(firm.jdbc, firm.clock).save(ProductMother.tea().data());

        assertThatThrownBy(() -> firm.generate(SMALL)).isInstanceOf(GenerateFirm.NotEmpty.class);

        assertThat(firm.count("customer")).isZero();
    }

    @Test
    void goesOnWhereItWasStopped() {
        var firm = new Firm();
        firm.jdbc
                .sql("alter table task add constraint stopped check (key = '')")
                .update();
        assertThatThrownBy(() -> firm.generate(SMALL)).hasMessageContaining("stopped");
        assertThatThrownBy(() -> firm.generate(new Size(500, 2800, 40, 7))).isInstanceOf(GenerateFirm.NotEmpty.class);
        firm.jdbc.sql("alter table task drop constraint stopped").update();

        firm.generate(SMALL);

        assertThat(firm.count("task")).isEqualTo(40);
        assertThat(firm.brokenInvariants()).isEmpty();
    }

    @Test
    void leavesIndexesAndForeignKeysAsTheyWere() {
        var firm = new Firm();
        var before = firm.indexesAndKeys();

        firm.generate(SMALL);

        assertThat(firm.indexesAndKeys()).isEqualTo(before);
        assertThat(firm.jdbc
                        .sql("select to_regnamespace('generating') is null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private static final class Firm {
        private final DriverManagerDataSource source;
        private final JdbcClient jdbc;
        private final BusinessClock clock =
                new BusinessClock(Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), BusinessClock.TOKYO));

        Firm() {
            var address = TestDatabase.fresh();
            source = new DriverManagerDataSource(address.url(), address.username(), address.password());
            jdbc = JdbcClient.create(source);
            BareRows.postalAreas(jdbc);
        }

        void generate(Size size) {
            try (var context = new AnnotationConfigApplicationContext()) {
                context.getEnvironment().setActiveProfiles("demo");
                context.registerBean(JdbcClient.class, () -> jdbc);
                context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(source));
                context.registerBean(
                        TransactionTemplate.class,
                        () -> new TransactionTemplate(new DataSourceTransactionManager(source)));
                context.registerBean(BusinessClock.class, () -> clock);
                context.scan("jp.otodoke.demo.bulk", "jp.otodoke.demo.generator");
                var bulk = new ClassPathScanningCandidateComponentProvider(false, context.getEnvironment());
                bulk.addIncludeFilter(
                        new RegexPatternTypeFilter(Pattern.compile(".*\\.bulk\\.Bulk[A-Za-z]+(?<!Tests)")));
                bulk.findCandidateComponents("jp.otodoke").stream()
                        .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                        .forEach(context::register);
                context.refresh();
                context.getBean(GenerateFirm.class).generate(size);
            }
        }

        long count(String rows) {
            return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
        }

        List<String> summary() {
            return jdbc.sql(
                            """
                            select order_number || customer_number || buyer_name || ordered_at || status || total from orders
                            union all select number || name || phone || line1 || line2 from customer
                            union all select sku || quantity || reference from stock_movement where kind = 'SHIPMENT'
                            order by 1
                            """)
                    .query(String.class)
                    .list();
        }

        List<String> indexesAndKeys() {
            return jdbc.sql(
                            """
                            select indexdef from pg_indexes where schemaname = 'public'
                            union all select conname || pg_get_constraintdef(oid) from pg_constraint where contype = 'f'
                            order by 1
                            """)
                    .query(String.class)
                    .list();
        }

        /** All those of the application, as its command checks them. */
        List<String> brokenInvariants() {
            var scanner = new ClassPathScanningCandidateComponentProvider(false);
            scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.[A-Za-z]+Invariants")));
            try (var context = new AnnotationConfigApplicationContext()) {
                context.registerBean(JdbcClient.class, () -> jdbc);
                scanner.findCandidateComponents("jp.otodoke").stream()
                        .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                        .filter(found -> !found.getSimpleName().equals("CheckInvariants"))
                        .forEach(context::register);
                context.refresh();
                var all = context.getBeansOfType(Invariant.class).values();
                assertThat(all).hasSizeGreaterThan(10);
                return all.stream()
                        .filter(invariant -> invariant.violations() > 0)
                        .map(Invariant::name)
                        .toList();
            }
        }
    }
}
