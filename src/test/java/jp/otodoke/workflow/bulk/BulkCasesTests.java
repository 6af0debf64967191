package jp.otodoke.workflow.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import jp.otodoke.OtodokeTest;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.platform.data.BulkRows;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The history of cases that the engine writes at the same time. */
@OtodokeTest
class BulkCasesTests {
    private final Given given;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final BulkCases cases;

    @Autowired
    BulkCasesTests(Given given, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.given = given;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.cases = new BulkCases(jdbc);
    }

    /** The engine writes the steps of many cases in the order of their ids, and then the cases. */
    @Test
    void casesAreAgedInTheOrderInWhichTheEngineWritesThemSoThatNeitherWaitsForTheOtherForEver() throws Exception {
        var orders = List.of(given.order(OrderMother.twoTeas()), given.order(OrderMother.twoTeas()));
        var steps = steps(orders);
        var age = Objects.requireNonNull(cases.targets().get("cases.age"));
        var demo = Executors.newSingleThreadExecutor();

        var aged = transaction.execute(status -> {
            lockSteps(steps.subList(0, 1));
            var aging = demo.submit(() -> transaction.execute(other -> age.applyAsInt(rows(orders))));
            while (!aging.isDone() && nobodyWaitsForALock()) {
                Thread.onSpinWait();
            }
            lockSteps(steps);
            assertThat(jdbc.queryForList(
                            "select id_ from act_hi_procinst where business_key_ in (?, ?) for update skip locked",
                            String.class,
                            orders.get(0).value(),
                            orders.get(1).value()))
                    .hasSizeGreaterThanOrEqualTo(2);
            return aging;
        });
        demo.shutdown();

        assertThat(Objects.requireNonNull(aged).get()).isGreaterThanOrEqualTo(2);
    }

    /** In the order of their ids. */
    private List<String> steps(List<OrderNumber> orders) {
        return jdbc.queryForList(
                """
                select a.id_ from act_hi_actinst a join act_hi_procinst p on p.id_ = a.proc_inst_id_
                 where p.business_key_ in (?, ?) order by a.id_ collate "C\"""",
                String.class,
                orders.get(0).value(),
                orders.get(1).value());
    }

    private void lockSteps(List<String> steps) {
        assertThat(steps).isNotEmpty().allSatisfy(step -> assertThat(jdbc.queryForList(
                        "select id_ from act_hi_actinst where id_ = ? for update skip locked", String.class, step))
                .hasSize(1));
    }

    private static BulkRows rows(List<OrderNumber> orders) {
        return new BulkRows(
                "process, business_key, age",
                "select 'order', key, interval '1 day' from unnest(array['%s', '%s']) key"
                        .formatted(orders.get(0), orders.get(1)));
    }

    private boolean nobodyWaitsForALock() {
        return jdbc.queryForList(
                        "select pid from pg_locks where not granted and pid <> pg_backend_pid()", Integer.class)
                .isEmpty();
    }
}
