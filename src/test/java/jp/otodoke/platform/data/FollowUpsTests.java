package jp.otodoke.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import jp.otodoke.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What follows a commit is done by the committing thread, when nothing of the transaction is left. */
@ModuleTest
class FollowUpsTests {
    private final FollowUps followUps;
    private final TransactionTemplate transaction;
    private final DataSource connections;
    private final List<Object> done = new ArrayList<>();
    private final Consumer<Collection<String>> remember = values -> done.addAll(values);

    @Autowired
    FollowUpsTests(FollowUps followUps, DataSource connections) {
        this.followUps = followUps;
        this.transaction = new TransactionTemplate(followUps);
        this.connections = connections;
    }

    @Test
    void theValuesOfOneTransactionComeTogetherAndOnce() {
        Consumer<Collection<String>> count = values -> done.add(values.size());

        transaction.executeWithoutResult(status -> {
            followUps.afterCommit(count, List.of("a", "b"));
            followUps.afterCommit(count, List.of("b", "c"));
            assertThat(done).isEmpty();
        });

        assertThat(done).containsExactly(3);
    }

    @Test
    void nothingFollowsARollback() {
        transaction.executeWithoutResult(status -> {
            followUps.afterCommit(remember, List.of("a"));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> {});

        assertThat(done).isEmpty();
    }

    @Test
    void theConnectionIsGivenBackBefore() {
        Consumer<Collection<String>> look = values -> {
            done.add(TransactionSynchronizationManager.hasResource(connections));
            done.add(TransactionSynchronizationManager.isActualTransactionActive());
        };

        transaction.executeWithoutResult(status -> followUps.afterCommit(look, List.of("a")));

        assertThat(done).containsExactly(false, false);
    }

    @Test
    void whatFollowsAFollowUpComesAfterIt() {
        Consumer<Collection<String>> first = values -> {
            transaction.executeWithoutResult(status -> followUps.afterCommit(remember, List.of("second")));
            done.add("first");
        };

        transaction.executeWithoutResult(status -> followUps.afterCommit(first, List.of("a")));

        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void aFollowUpThatFailsChangesNothingForTheCallerNorForOthers() {
        Consumer<Collection<String>> failing = values -> {
            throw new IllegalStateException("a fault of a follow-up");
        };

        transaction.executeWithoutResult(status -> {
            followUps.afterCommit(failing, List.of("a"));
            followUps.afterCommit(remember, List.of("b"));
        });

        assertThat(done).containsExactly("b");
    }

    @Test
    void outsideATransactionThereIsNothingToFollow() {
        assertThatThrownBy(() -> followUps.afterCommit(remember, List.of("a")))
                .isInstanceOf(IllegalStateException.class);
    }
}
