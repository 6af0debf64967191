package jp.otodoke.partners.exchange;

import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import jp.otodoke.partners.exchange.FileFormat.Source;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Books the records of a stored file in chunks of one transaction, which also moves the file's mark forward: whatever
 * is cut off goes on at the mark. A chunk that fails is booked one by one, so that one bad record harms nobody.
 */
@Component
class BookRecords {
    private static final Logger log = LoggerFactory.getLogger(BookRecords.class);
    private static final int CHUNK = 50;
    private static final int ATTEMPTS = 4;
    private static final int DONE = -1;

    private final Quarantine quarantine;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate alone;
    private final BusinessClock clock;

    BookRecords(Quarantine quarantine, JdbcClient jdbc, TransactionTemplate transaction, BusinessClock clock) {
        this.quarantine = quarantine;
        this.jdbc = jdbc;
        this.transaction = transaction;
        alone = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    <T> void book(FileFormat<T> format, Source source, List<FileRecord<T>> records) {
        int mark = mark(source);
        while (mark != DONE) {
            try {
                mark = step(format, source, records, CHUNK);
            } catch (RuntimeException e) {
                log.debug("A chunk of {} failed, going one by one", source.fileName(), e);
                mark = oneByOne(format, source, records);
            }
        }
    }

    /** Books a record that was set aside; when it is still bad, what is wrong now is noted. */
    <T> void again(FileFormat<T> format, Source source, FileRecord<T> record) {
        try {
            alone.executeWithoutResult(status -> retake(format, source, record));
        } catch (InvalidInput | Refusal e) {
            transaction.executeWithoutResult(status -> quarantine.add(format, source, record, problem(e)));
        }
    }

    /** Books a record that was set aside, in the caller's transaction; throws when it is still bad. */
    <T> void retake(FileFormat<T> format, Source source, FileRecord<T> record) {
        if (record.value() == null) {
            throw new InvalidInput(told(format, record));
        }
        format.take(source, List.of(record));
        quarantine.resolve(source.messageId(), record.line(), "TAKEN");
    }

    private List<FieldProblem> told(FileFormat<?> format, FileRecord<?> bad) {
        return bad.mistakes().stream()
                .map(m -> new FieldProblem(m.field(), m.code(), format.words(m)))
                .toList();
    }

    private <T> int oneByOne(FileFormat<T> format, Source source, List<FileRecord<T>> records) {
        int mark = mark(source);
        for (int i = 0; i < CHUNK && mark != DONE; i++) {
            mark = bookOne(format, source, records);
        }
        return mark;
    }

    /** Two nodes or steps in each other's way are no fault of the record: it is tried again before it is set aside. */
    private <T> int bookOne(FileFormat<T> format, Source source, List<FileRecord<T>> records) {
        int at = mark(source);
        for (int attempt = 1; ; attempt++) {
            try {
                return step(format, source, records, 1);
            } catch (InvalidInput | Refusal e) {
                return setAside(format, source, records, at, problem(e));
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS) {
                    log.error("A record of {} could not be booked", source.fileName(), e);
                    return setAside(
                            format,
                            source,
                            records,
                            at,
                            new FieldProblem(
                                    "",
                                    "fault",
                                    BilingualText.of("partners.problem.fault.text", FailureSummary.inWords(e))));
                }
            }
        }
    }

    /** Books some records from the mark on. */
    private <T> int step(FileFormat<T> format, Source source, List<FileRecord<T>> records, int count) {
        return inTransaction(source, records.size(), mark -> {
            var chunk = records.subList(mark, Math.min(mark + count, records.size()));
            var good = chunk.stream().filter(r -> r.value() != null).toList();
            if (!good.isEmpty()) {
                format.take(source, good);
            }
            chunk.stream()
                    .filter(r -> r.value() == null)
                    .forEach(r ->
                            quarantine.add(format, source, r, told(format, r).get(0)));
            return chunk.size();
        });
    }

    /** @param at the record that failed; another node may have gone past it meanwhile */
    private <T> int setAside(
            FileFormat<T> format, Source source, List<FileRecord<T>> records, int at, FieldProblem problem) {
        return inTransaction(source, records.size(), mark -> {
            if (mark != at) {
                return 0;
            }
            quarantine.add(format, source, records.get(mark), problem);
            return 1;
        });
    }

    private int inTransaction(Source source, int size, Step work) {
        var reached = transaction.execute(status -> {
            int mark = lockedMark(source);
            if (mark == DONE) {
                return DONE;
            }
            int next = mark < size ? mark + work.from(mark) : mark;
            move(source, next, next >= size);
            return next >= size ? DONE : next;
        });
        return reached == null ? DONE : reached;
    }

    private int mark(Source source) {
        return readMark(source, "");
    }

    private int lockedMark(Source source) {
        return readMark(source, " for update");
    }

    private int readMark(Source source, String lock) {
        return jdbc.sql("select next_record from partner_message where id = :id and state = 'RECEIVED'" + lock)
                .param("id", source.messageId())
                .query(Integer.class)
                .optional()
                .orElse(DONE);
    }

    private void move(Source source, int next, boolean done) {
        jdbc.sql(
                        """
                        update partner_message set next_record = :next, state = case when :done then 'DONE' else state end,
                               processed_at = case when :done then cast(:now as timestamptz) end
                         where id = :id""")
                .param("next", next)
                .param("done", done)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", source.messageId())
                .update();
    }

    FieldProblem problem(RuntimeException e) {
        if (e instanceof InvalidInput invalid && !invalid.problems().isEmpty()) {
            return invalid.problems().get(0);
        }
        if (e instanceof Refusal refusal) {
            return new FieldProblem("", refusal.messageKey(), refusal.words());
        }
        return new FieldProblem("", "fault", BilingualText.asWritten(FailureSummary.inWords(e)));
    }

    private interface Step {
        int from(int mark);
    }
}
