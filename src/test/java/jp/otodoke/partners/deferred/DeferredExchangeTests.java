package jp.otodoke.partners.deferred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import jp.otodoke.ModuleTest;
import jp.otodoke.partners.exchange.PaymentImportReport;
import jp.otodoke.partners.exchange.UploadFile;
import jp.otodoke.payments.DeferredCallRequested;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class DeferredExchangeTests {
    private static final String HEADER = "transaction_id,order_no,amount,fee,paid_on\r\n";

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private UploadFile uploadFile;

    @Autowired
    private DeferredSettlementFormat format;

    @Autowired
    private DeferredCarriers carriers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BusinessClock clock;

    @Test
    void queuesACallOnceAndNotBeforeItsTime() {
        var later = clock.instant().plus(Duration.ofMinutes(2));

        for (int i = 0; i < 2; i++) {
            transaction.executeWithoutResult(status -> events.publishEvent(new DeferredCallRequested(990_001, later)));
        }

        assertThat(jdbc.sql(
                                """
                                select count(*) from outbox_message
                                 where key = 'deferred:990001' and next_attempt_at > created_at + interval '1 minute'""")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aPayoutForATransactionThatNobodyKnowsIsAskedAbout() {
        var report = report(HEADER + "18099999999,S99999999,5980,179,2026-11-20\r\n");

        assertThat(report).extracting("read", "created", "rejected").containsExactly(1, 0, 1);
        assertThat(report.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("transaction_id");
            assertThat(error.position()).isEqualTo(1);
        });
    }

    @Test
    void aStatementThatCannotBeReadIsRefusedAsAWhole() {
        assertThatThrownBy(() -> report("transaction_id;order_no\r\n")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void everyCarrierOfTheShopHasACodeOfTheProvider() {
        assertThat(carriers.code("YAMATO")).isPresent();
        assertThat(carriers.code("SAGAWA")).isPresent();
        assertThat(carriers.code("NOBODY")).isEmpty();
    }

    private PaymentImportReport report(String text) {
        return PaymentImportReport.of(uploadFile.take(
                format,
                "DEFERRED_" + System.nanoTime() + ".csv",
                FileContent.of(text.getBytes(StandardCharsets.US_ASCII))));
    }
}
