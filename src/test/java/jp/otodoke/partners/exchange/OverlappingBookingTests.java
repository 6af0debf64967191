package jp.otodoke.partners.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.Elapsed;
import jp.otodoke.partners.exchange.FileFormat.Source;
import jp.otodoke.platform.files.FileContent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A file whose chunks are booked two at a time: everything once and in order, whatever fails. */
@ModuleTest
@Import(PairsSetup.class)
class OverlappingBookingTests {
    private static final int CHUNK = 3;

    @Autowired
    private BookRecords bookRecords;

    @Autowired
    private MessageLog messages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private final List<String> steps = new CopyOnWriteArrayList<>();

    @AfterEach
    void reset() {
        PairsFormat.reset();
    }

    @Test
    void allAreBookedOnceAndTheFileIsDone() {
        var source = booked("ov", IntStream.range(0, 20).mapToObj(n -> "ov" + n).toList());

        assertThat(keys("ov")).hasSize(20).doesNotHaveDuplicates();
        assertThat(state(source)).isEqualTo("DONE 20 20");
        assertThat(steps).contains("decided ov3", "decided ov18").doesNotContain("decided ov0");
    }

    @Test
    void aRecordThatFailsBesideOthersCostsNeitherThoseBeforeItNorThoseBehindIt() {
        var keys = IntStream.range(0, 20)
                .mapToObj(n -> n == 10 ? "refused" : "of" + n)
                .toList();

        var source = booked("of", keys);

        assertThat(keys("of")).hasSize(19).doesNotHaveDuplicates();
        assertThat(state(source)).isEqualTo("DONE 20 19");
    }

    @Test
    void aChunkThatHasToBeAloneIsBookedAlone() {
        var keys = IntStream.range(0, 20)
                .mapToObj(n -> n == 7 ? "os-alone" : "os" + n)
                .toList();

        var source = booked("os", keys);

        assertThat(keys("os")).hasSize(20).doesNotHaveDuplicates();
        assertThat(state(source)).isEqualTo("DONE 20 20");
        assertThat(steps).doesNotContain("decided os6").contains("decided os9");
    }

    @Test
    void whatAnotherNodeHasBookedMeanwhileIsNotBookedAgain() {
        var source = source("om", 20);
        var records = records(IntStream.range(0, 20).mapToObj(n -> "om" + n).toList());
        var format = new Overlapping(jdbc);
        var elapsed = beans.createBean(Elapsed.class);
        format.interrupt = () -> elapsed.bookedOnAnotherNode(source.messageId(), records.size());

        bookRecords.book(format, source, records, () -> true);

        assertThat(keys("om")).containsExactlyInAnyOrder("om0", "om1", "om2");
    }

    private Source booked(String name, List<String> keys) {
        var source = source(name, keys.size());
        bookRecords.book(new Overlapping(jdbc), source, records(keys), () -> true);
        return source;
    }

    private Source source(String name, int records) {
        var content = FileContent.of((name + records + System.nanoTime()).getBytes(UTF_8));
        var file = name + ".csv";
        long id = transaction
                .execute(status ->
                        messages.insertIncoming(PairsFormat.PARTNER, "PAIRS", file, content, "RECEIVED", records, null))
                .orElseThrow();
        return new Source(id, file, content.sha256(), false);
    }

    private static List<FileRecord<PairsFormat.Pair>> records(List<String> keys) {
        return IntStream.range(0, keys.size())
                .mapToObj(n -> FileRecord.good(n + 1, keys.get(n), new PairsFormat.Pair(keys.get(n), n), Set.of()))
                .toList();
    }

    private List<String> keys(String beginning) {
        return jdbc.sql("select key from test_pair where key like :beginning || '%'")
                .param("beginning", beginning)
                .query(String.class)
                .list();
    }

    private String state(Source source) {
        return jdbc.sql(
                        "select state || ' ' || next_record || ' ' || created_count from partner_message where id = :id")
                .param("id", source.messageId())
                .query(String.class)
                .single();
    }

    /** The same small type of file, in steps. */
    private final class Overlapping extends PairsFormat {
        private @Nullable Runnable interrupt;

        Overlapping(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        public int chunk() {
            return CHUNK;
        }

        @Override
        public boolean overlaps() {
            return true;
        }

        @Override
        public ChunkSteps steps(Source source, List<FileRecord<Pair>> records, @Nullable ChunkSteps before) {
            return new ChunkSteps() {
                private Outcome outcome = Outcome.NONE;

                @Override
                public void decide() {
                    if (records.stream().anyMatch(record -> record.get().key().endsWith("alone"))) {
                        throw new NotBeside();
                    }
                    steps.add("decided " + records.get(0).get().key());
                }

                @Override
                public void write() {
                    outcome = take(source, records);
                    if (interrupt != null && records.get(0).line() == 1 + CHUNK) {
                        interrupt.run();
                    }
                }

                @Override
                public Outcome finish() {
                    return outcome;
                }
            };
        }
    }
}
