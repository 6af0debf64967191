package jp.otodoke.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.Corrupt;
import jp.otodoke.platform.invariants.CheckInvariants;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit trail tells when somebody laid hands on it, even with the rights of the database. */
@ModuleTest
class AuditChainTests {
    @Autowired
    AuditTrail audit;

    @Autowired
    SealAudit seal;

    @Autowired
    CheckInvariants invariants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Corrupt corrupt;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void sealsEveryEntryOnceAlsoWhenSeveralNodesSealAtOnce() {
        IntStream.range(0, 40).forEach(i -> record("chain-test"));

        var nodes = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(seal::seal))
                .toList();
        nodes.forEach(CompletableFuture::join);
        seal.seal();

        assertThat(jdbc.sql("select count(*) from audit_unsealed")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(violations()).isZero();
        assertThat(seal.head().no())
                .isEqualTo(jdbc.sql("select count(*) from audit_entry")
                        .query(Long.class)
                        .single());
    }

    @Test
    void noticesAChangedARemovedAndAnAddedEntry() {
        var subject = UUID.randomUUID().toString();
        record(subject);
        seal.seal();
        record("after " + subject);
        seal.seal();
        assertThat(violations()).isZero();

        assertThat(after(() -> corrupt.auditEntryChanged(subject))).isPositive();
        assertThat(after(() -> corrupt.auditEntryRemoved(subject))).isPositive();
        assertThat(after(() -> corrupt.auditEntryRemovedWithItsSeal(subject))).isPositive();
        assertThat(after(corrupt::auditEntrySlippedIn)).isPositive();
        assertThat(violations()).isZero();
    }

    @Test
    void letsNobodyChangeSealsOrEntriesByMistake() {
        record("append-only");
        seal.seal();

        Assertions.assertThatThrownBy(corrupt::auditSealsRewritten).hasMessageContaining("append-only");
    }

    /** What a check finds after somebody with all rights did this; undone afterwards. */
    private long after(Runnable tampering) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            tampering.run();
            return violations();
        });
    }

    private long violations() {
        return invariants.check("audit-chain").violations();
    }

    private void record(String subject) {
        transaction.executeWithoutResult(s -> audit.recordFor("chain", "chain-test", subject, ""));
    }
}
