package jp.otodoke.demo.simulators;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.otodoke.partners.exchange.CompletedUploads;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files from the simulated partners to Otodoke. Each is a row first; with a fault switched on the partner delivers
 * it late, twice, damaged or not at all, and delivers the correct one as soon as the fault is off.
 */
@Component
@Simulated
class AnswerFiles {
    private static final int BATCH = 50;
    private static final Duration SLOW = Duration.ofHours(6);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    /** Rows that are due now; the parameter is the current time. */
    static final String READY =
            """
             partner not in (select f.partner from sim_fault f where f.fault = 'dead')
             and ((state = 'WAITING' and lay_at <= :now)
                  or (state = 'HELD' and asked_again)
                  or (state <> 'LAID' and fault is not null
                      and not exists (select 1 from sim_fault f
                                      where f.partner = sim_file.partner and f.fault = sim_file.fault)))
            """;

    private record Row(
            long id,
            String partner,
            String type,
            byte[] content,
            String state,
            @Nullable String fault,
            boolean askedAgain) {
        SimulatedPartner whose() {
            return SimulatedPartner.of(partner);
        }
    }

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final PartnerFaults faults;
    private final PartnerFolders folders;
    private final CompletedUploads uploads;

    AnswerFiles(
            JdbcClient jdbc,
            BusinessClock clock,
            PartnerFaults faults,
            PartnerFolders folders,
            CompletedUploads uploads) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.faults = faults;
        this.folders = folders;
        this.uploads = uploads;
    }

    /**
     * Records a file to be delivered at once.
     *
     * @param askedAgain Otodoke repeats its question, so the answer must not get lost a second time
     */
    long put(SimulatedPartner partner, String type, String content, boolean askedAgain) {
        return jdbc.sql(
                        """
                insert into sim_file (partner, type, content, lay_at, asked_again)
                values (?, ?, ?, ?, ?) returning id
                """)
                .param(partner.code())
                .param(type)
                .param(content.getBytes(partner.charset()))
                .param(now())
                .param(askedAgain)
                .query(Long.class)
                .single();
    }

    /** Otodoke asked again about something in these files. */
    void askAgain(Collection<Long> files) {
        jdbc.sql("update sim_file set asked_again = true where state = 'HELD' and id = any(?::bigint[])")
                .param(SimulatedEvents.texts(files))
                .update();
    }

    /** Delivers what is ready and returns how many rows it processed. */
    @Transactional
    public int deliver() {
        List<Row> ready = jdbc.sql("select id, partner, type, content, state, fault, asked_again from sim_file where "
                        + READY + " order by id limit :most for update skip locked")
                .param("now", now())
                .param("most", BATCH)
                .query(Row.class)
                .list();
        ready.forEach(this::put);
        return ready.size();
    }

    private void put(Row row) {
        SimulatedPartner partner = row.whose();
        if (!row.askedAgain() && faults.on(partner, Fault.ANSWER_LOST)) {
            store(row, "HELD", Fault.ANSWER_LOST);
        } else if (row.state().equals("WAITING") && row.fault() == null && faults.on(partner, Fault.SLOW)) {
            delay(row);
        } else {
            write(row, partner);
        }
    }

    private void write(Row row, SimulatedPartner partner) {
        var spoil = new FileFaults(partner, row.type(), row.content());
        Optional<Fault> wrong = Stream.of(Fault.HALF_FILE, Fault.WRONG_TOTALS, Fault.WRONG_ENCODING)
                .filter(f -> faults.on(partner, f))
                .findFirst();
        byte[] content = wrong.map(spoil::by).orElse(row.content());
        String name = putAs(partner, row.type(), content);
        if (faults.on(partner, Fault.DUPLICATE)) {
            putAs(partner, row.type(), content);
            if (wrong.isEmpty()) {
                putAs(partner, row.type(), spoil.repeated());
            }
        }
        if (wrong.isPresent()) {
            store(row, "WRONG", wrong.get());
        } else {
            jdbc.sql("update sim_file set state = 'LAID', fault = null, content = null, laid_as = ? where id = ?")
                    .param(name)
                    .param(row.id())
                    .update();
        }
    }

    private String putAs(SimulatedPartner partner, String type, byte[] content) {
        long number =
                jdbc.sql("select nextval('sim_file_seq')").query(Long.class).single();
        String name = "%s_%s_%06d.%s"
                .formatted(
                        type, STAMP.format(clock.localNow()), number, partner == SimulatedPartner.BANK ? "txt" : "csv");
        folders.put(partner, name, content);
        uploads.finished(partner.code(), name);
        return name;
    }

    private void store(Row row, String state, Fault fault) {
        jdbc.sql("update sim_file set state = ?, fault = ?, asked_again = false where id = ?")
                .param(state)
                .param(fault.code())
                .param(row.id())
                .update();
    }

    private void delay(Row row) {
        jdbc.sql("update sim_file set lay_at = ?, fault = ? where id = ?")
                .param(now().plus(SLOW))
                .param(Fault.SLOW.code())
                .param(row.id())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), BusinessClock.TOKYO);
    }
}
