package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What is asked of the ledger every day is found without reading all of it. */
@ModuleTest
@Transactional
class LedgerIndexTests {
    @Autowired
    JdbcClient jdbc;

    @Test
    void whatACollectorHolds() {
        assertThat(plan("select sum(amount) from ledger_entry where account = 'DEBIT_AGENCY'"))
                .contains("ledger_of_collectors");
    }

    @Test
    void bothSidesOfWhatWasPostedInATime() {
        assertThat(plan("select sum(amount) from ledger_entry where at >= now() - interval '1 day' and at < now()"))
                .contains("ledger_by_time");
    }

    private String plan(String query) {
        jdbc.sql("set local enable_seqscan = off").update();
        return String.join(
                "\n", jdbc.sql("explain " + query).query(String.class).list());
    }
}
