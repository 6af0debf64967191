package jp.otodoke.partners.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import jp.otodoke.UnitTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@UnitTest
class OverlappingChunksTests {
    private static final Executor BESIDE = work -> new Thread(work).start();

    private final List<Integer> decided = new CopyOnWriteArrayList<>();
    private final List<Integer> committed = new CopyOnWriteArrayList<>();

    @Test
    void chunksDecideAndCommitInTheOrderOfTheFile() {
        var chunks = new OverlappingChunks(0, 95, 10, () -> true);

        assertThat(chunks.book(BESIDE, (from, to) -> {
                    decide(chunks, from, to);
                    pause(from % 20 == 0 ? 5 : 0);
                    commit(chunks, from);
                }))
                .isNull();

        assertThat(decided).containsExactly(0, 10, 20, 30, 40, 50, 60, 70, 80, 90);
        assertThat(committed).isEqualTo(decided);
    }

    @Test
    void twoOfThemWriteAtTheSameTime() {
        var chunks = new OverlappingChunks(0, 40, 10, () -> true);
        var both = new CyclicBarrier(2);

        var fault = chunks.book(BESIDE, (from, to) -> {
            decide(chunks, from, to);
            meet(both);
            commit(chunks, from);
        });

        assertThat(fault).isNull();
        assertThat(committed).containsExactly(0, 10, 20, 30);
    }

    @Test
    void aChunkSeesTheOneBeforeItWhileThatIsNotCommitted() {
        var chunks = new OverlappingChunks(0, 20, 10, () -> true);
        var both = new CyclicBarrier(2);
        var before = new CopyOnWriteArrayList<String>();

        chunks.book(BESIDE, (from, to) -> {
            before.add(from + " after " + decide(chunks, from, to));
            meet(both);
            commit(chunks, from);
        });

        assertThat(before).containsExactlyInAnyOrder("0 after null", "10 after 0");
    }

    @Test
    void whereOneFailsThoseBeforeItAreCommittedAndThoseBehindItAreNot() {
        var chunks = new OverlappingChunks(0, 60, 10, () -> true);

        var fault = chunks.book(BESIDE, (from, to) -> {
            decide(chunks, from, to);
            if (from == 20) {
                throw new IllegalStateException("the third");
            }
            pause(from == 10 ? 20 : 0);
            commit(chunks, from);
        });

        assertThat(fault).hasMessage("the third");
        assertThat(committed).containsExactly(0, 10);
    }

    @Test
    void noneIsBegunAnyMoreWhenTheNodeStops() {
        var asked = new AtomicInteger();
        var chunks = new OverlappingChunks(0, 100, 10, () -> asked.incrementAndGet() <= 3);

        chunks.book(BESIDE, (from, to) -> {
            decide(chunks, from, to);
            commit(chunks, from);
        });

        assertThat(committed).containsExactly(0, 10, 20);
    }

    private @Nullable String decide(OverlappingChunks chunks, int from, int to) {
        var before = chunks.awaitDecisions(from);
        decided.add(from);
        chunks.decided(to, new Named(String.valueOf(from)));
        return before == null ? null : before.toString();
    }

    private void commit(OverlappingChunks chunks, int from) {
        chunks.awaitCommits(from);
        committed.add(from);
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Named(String name) implements ChunkSteps {
        @Override
        public void decide() {}

        @Override
        public void write() {}

        @Override
        public Outcome finish() {
            return Outcome.NONE;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
