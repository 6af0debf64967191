package jp.otodoke.partners.exchange;

import static jp.otodoke.partners.exchange.IntakeProgress.DONE;

import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import jp.otodoke.partners.exchange.FileFormat.Source;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Books the records of a stored file in chunks of one transaction each, which also advances the file's stored
 * position: after an interruption booking continues there. Where the format allows, a chunk is written while the one before it
 * is. A chunk that fails is booked record by record, so that
 * one bad record does not affect the others; one that somebody else was in the way of is booked again as it is.
 */
@Component
class BookRecords {
    private static final Logger log = LoggerFactory.getLogger(BookRecords.class);
    private static final int ATTEMPTS = 4;

    private final Quarantine quarantine;
    private final IntakeProgress progress;
    private final MessageLog messages;
    private final PartnerTasks tasks;
    private final OwnTasks ownTasks;
    private final RetryOnConflict retryOnConflict;
    private final TransactionTemplate transaction;
    private final TransactionTemplate newTransaction;

    BookRecords(
            Quarantine quarantine,
            IntakeProgress progress,
            MessageLog messages,
            PartnerTasks tasks,
            OwnTasks ownTasks,
            RetryOnConflict retryOnConflict,
            TransactionTemplate transaction) {
        this.quarantine = quarantine;
        this.progress = progress;
        this.messages = messages;
        this.tasks = tasks;
        this.ownTasks = ownTasks;
        this.retryOnConflict = retryOnConflict;
        this.transaction = transaction;
        newTransaction = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        newTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param shouldContinue asked between chunks; when it returns false, the rest is left to another thread or node */
    <T> void book(FileFormat<T> format, Source source, List<FileRecord<T>> records, BooleanSupplier shouldContinue) {
        int mark = progress.mark(source);
        while (mark != DONE && shouldContinue.getAsBoolean()) {
            try {
                mark = retryOnConflict.inTransaction(() -> step(format, source, records, format.chunk(), format::take));
                mark = overlapping(format, source, records, mark, shouldContinue);
            } catch (RuntimeException e) {
                log.debug("A chunk of {} failed; booking its records one by one", source.fileName(), e);
                mark = oneByOne(format, source, records);
            }
        }
    }

    /** A chunk that fails beside others is left to be booked alone, and so are those that need it. */
    private <T> int overlapping(
            FileFormat<T> format,
            Source source,
            List<FileRecord<T>> records,
            int mark,
            BooleanSupplier shouldContinue) {
        if (!format.overlaps() || mark == DONE || records.size() - mark <= format.chunk()) {
            return mark;
        }
        var chunks = new OverlappingChunks(mark, records.size(), format.chunk(), shouldContinue);
        var fault = chunks.book(
                work -> FileThread.run(work, "-beside"),
                (from, to) -> newTransaction.executeWithoutResult(
                        status -> overlapping(format, source, records, chunks, from, to)));
        if (fault != null) {
            log.debug("A chunk of {} is booked alone", source.fileName(), fault);
        }
        return progress.mark(source);
    }

    private <T> void overlapping(
            FileFormat<T> format,
            Source source,
            List<FileRecord<T>> records,
            OverlappingChunks chunks,
            int from,
            int to) {
        var before = chunks.awaitDecisions(from);
        var chunk = records.subList(from, to);
        var steps = format.steps(source, readable(chunk), before);
        steps.decide();
        chunks.decided(to, steps);
        steps.write();
        chunks.awaitCommits(from);
        if (progress.lockedMark(source) != from) {
            throw new ChunkSteps.NotBeside();
        }
        refer(source, chunk);
        var outcome = steps.finish();
        for (var bad : unreadable(chunk)) {
            outcome = outcome.plus(reject(format, source, bad, bad.mistakes()));
        }
        advance(format, source, new Booked(chunk.size(), outcome), from, records.size());
    }

    /**
     * The outcome of a dry run: everything is done as usual and then rolled back.
     *
     * @param shouldContinue asked between chunks; when it returns false, the rest is not tried
     */
    <T> DryRun dryRun(
            FileFormat<T> format, Source source, List<FileRecord<T>> records, BooleanSupplier shouldContinue) {
        var run = new DryRun();
        for (int from = 0; from < records.size() && shouldContinue.getAsBoolean(); from += format.chunk()) {
            var chunk = records.subList(from, Math.min(from + format.chunk(), records.size()));
            try {
                run.add(chunk.size(), bookAndRollBack(source, chunk, format::take));
            } catch (RuntimeException e) {
                log.debug("A chunk of {} failed; booking its records one by one", source.fileName(), e);
                for (var record : chunk) {
                    run.add(1, dryRunOne(format, source, record));
                }
            }
        }
        return run;
    }

    private <T> Outcome dryRunOne(FileFormat<T> format, Source source, FileRecord<T> record) {
        try {
            return bookAndRollBack(source, List.of(record), alone(format));
        } catch (RuntimeException e) {
            return Outcome.rejected(record, explain(format, record, e));
        }
    }

    private <T> Outcome bookAndRollBack(Source source, List<FileRecord<T>> chunk, Take<T> take) {
        return Objects.requireNonNull(newTransaction.execute(status -> {
            status.setRollbackOnly();
            var good = readable(chunk);
            var outcome = good.isEmpty() ? Outcome.NONE : take.take(source, good);
            for (var bad : unreadable(chunk)) {
                outcome = outcome.plus(Outcome.rejected(bad, bad.mistakes()));
            }
            return outcome;
        }));
    }

    /** Books a quarantined record; if it is still bad, its current mistakes are recorded. */
    <T> void bookQuarantined(FileFormat<T> format, Source source, FileRecord<T> record) {
        try {
            newTransaction.executeWithoutResult(status -> bookAgain(format, source, record));
        } catch (RuntimeException e) {
            if (!(e instanceof InvalidInput || e instanceof Refusal)) {
                log.error("A quarantined record of {} could not be booked", source.fileName(), e);
            }
            var mistakes = record.value() == null ? record.mistakes() : explain(format, record, e);
            transaction.executeWithoutResult(status -> quarantine.add(format, source, record, mistakes.get(0)));
        }
    }

    /** Books a quarantined record in the caller's transaction; throws if it is still bad. */
    <T> void bookAgain(FileFormat<T> format, Source source, FileRecord<T> record) {
        if (record.value() == null) {
            throw new InvalidInput(record.mistakes().stream()
                    .map(m -> new FieldProblem(m.field(), m.code(), format.wordsWithPlace(m)))
                    .toList());
        }
        format.take(source, List.of(record));
        quarantine.resolve(source.messageId(), record.line(), "TAKEN");
    }

    private <T> int oneByOne(FileFormat<T> format, Source source, List<FileRecord<T>> records) {
        int mark = progress.mark(source);
        for (int i = 0; i < format.chunk() && mark != DONE; i++) {
            mark = bookOne(format, source, records);
        }
        return mark;
    }

    /** A conflict between nodes or steps is not the record's fault: it is retried before it goes to quarantine. */
    private <T> int bookOne(FileFormat<T> format, Source source, List<FileRecord<T>> records) {
        int at = progress.mark(source);
        for (int attempt = 1; ; attempt++) {
            try {
                return step(format, source, records, 1, alone(format));
            } catch (InvalidInput | Refusal e) {
                return skip(format, source, records, at, e);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS) {
                    log.error("A record of {} could not be booked", source.fileName(), e);
                    return skip(format, source, records, at, e);
                }
            }
        }
    }

    /** Books some records from the stored position on. */
    private <T> int step(FileFormat<T> format, Source source, List<FileRecord<T>> records, int count, Take<T> take) {
        return inTransaction(format, source, records, mark -> {
            var chunk = records.subList(mark, Math.min(mark + count, records.size()));
            refer(source, chunk);
            var good = readable(chunk);
            var outcome = good.isEmpty() ? Outcome.NONE : take.take(source, good);
            for (var bad : unreadable(chunk)) {
                outcome = outcome.plus(reject(format, source, bad, bad.mistakes()));
            }
            return new Booked(chunk.size(), outcome);
        });
    }

    /** @param at the record that failed; another node may have advanced past it meanwhile */
    private <T> int skip(
            FileFormat<T> format, Source source, List<FileRecord<T>> records, int at, RuntimeException why) {
        return inTransaction(format, source, records, mark -> {
            if (mark != at) {
                return new Booked(0, Outcome.NONE);
            }
            var record = records.get(mark);
            refer(source, List.of(record));
            return new Booked(1, reject(format, source, record, explain(format, record, why)));
        });
    }

    private <T> void refer(Source source, List<FileRecord<T>> records) {
        messages.refer(
                source.messageId(),
                records.stream().flatMap(r -> r.references().stream()).toList());
    }

    private <T> Outcome reject(FileFormat<T> format, Source source, FileRecord<T> bad, List<Mistake> mistakes) {
        if (format.quarantines(source)) {
            quarantine.add(format, source, bad, mistakes.get(0));
        } else {
            format.rejected(source, bad, mistakes);
        }
        return Outcome.rejected(bad, mistakes);
    }

    private static <T> List<Mistake> explain(FileFormat<T> format, FileRecord<T> record, RuntimeException why) {
        if (why instanceof InvalidInput invalid && !invalid.problems().isEmpty()) {
            return format.explain(record, invalid.problems());
        }
        var problem = why instanceof Refusal refusal
                ? new FieldProblem("", refusal.messageKey(), refusal.words())
                : new FieldProblem("", "fault", BilingualText.of("partners.problem.fault.text"));
        return format.explain(record, List.of(problem));
    }

    private static <T> List<FileRecord<T>> readable(List<FileRecord<T>> chunk) {
        return chunk.stream().filter(r -> r.value() != null).toList();
    }

    private static <T> List<FileRecord<T>> unreadable(List<FileRecord<T>> chunk) {
        return chunk.stream().filter(r -> r.value() == null).toList();
    }

    private <T> int inTransaction(
            FileFormat<T> format, Source source, List<FileRecord<T>> records, IntFunction<Booked> work) {
        int size = records.size();
        var reached = transaction.execute(status -> {
            int mark = progress.lockedMark(source);
            if (mark == DONE) {
                return DONE;
            }
            return advance(format, source, mark < size ? work.apply(mark) : Booked.NOTHING, mark, size);
        });
        return reached == null ? DONE : reached;
    }

    private int advance(FileFormat<?> format, Source source, Booked booked, int mark, int size) {
        int next = mark + booked.records();
        if (mark < size) {
            progress.add(format, source, booked.outcome());
        }
        progress.move(source, next, next >= size);
        if (next >= size) {
            tellOfMore(format, source);
        }
        return next >= size ? DONE : next;
    }

    private void tellOfMore(FileFormat<?> format, Source source) {
        int without = ownTasks.without(source.messageId());
        if (without > 0) {
            tasks.moreRejected(format, source, without);
        }
    }

    private static <T> Take<T> alone(FileFormat<T> format) {
        return (source, records) -> format.takeAlone(source, records.get(0));
    }

    /** Books records in the running transaction. */
    private interface Take<T> {
        Outcome take(Source source, List<FileRecord<T>> records);
    }

    private record Booked(int records, Outcome outcome) {
        static final Booked NOTHING = new Booked(0, Outcome.NONE);
    }
}
