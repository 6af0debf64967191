package jp.otodoke.partners.exchange;

import java.util.List;
import java.util.Objects;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * One type of file that comes in: laid into a partner's {@code in} folder, or uploaded. The module that books its records
 * contributes it.
 *
 * @param <T> one record of it
 */
public interface FileFormat<T> {
    String partner();

    String type();

    /** Whether a file of this name in the partner's folder is of this type. */
    boolean named(String fileName);

    /**
     * Reads the whole file; the same bytes give the same records in the same order.
     *
     * @throws FileRefused when it can't be accepted as a whole
     */
    List<FileRecord<T>> read(String fileName, byte[] content);

    /**
     * Books some records in the caller's transaction. When it throws, nothing of the chunk has happened, and the records
     * are given again one by one.
     *
     * @return what became of them
     * @throws jp.otodoke.shared.InvalidInput or {@link jp.otodoke.shared.Refusal}: the record is bad
     */
    Outcome take(Source source, List<FileRecord<T>> records);

    /** Leads what was found wrong while a record was booked back to its line and column. */
    default List<Mistake> explain(FileRecord<T> record, List<FieldProblem> problems) {
        return problems.stream()
                .map(p -> Mistake.said(record.line(), p.field(), p.code(), p.words()))
                .toList();
    }

    /** Whether a record that can't be booked waits in the quarantine, with a task, to be taken again. */
    default boolean quarantines(Source source) {
        return true;
    }

    /** Tells of a record that can't be booked and does not go to the quarantine, in the caller's transaction. */
    default void rejected(Source source, FileRecord<T> record, List<Mistake> mistakes) {}

    /** What is wrong with a record, as people are told. */
    default BilingualText words(Mistake mistake) {
        return mistake.words("partners.mistake.");
    }

    /** The same for those who see neither line nor column beside it. */
    default BilingualText wordsWithPlace(Mistake mistake) {
        return words(mistake);
    }

    /** What stands in a line of the record. */
    default String lineOf(FileRecord<T> record, int line) {
        return record.raw();
    }

    /** Who gets the tasks for bad records and refused files. */
    default String group() {
        return "shipping";
    }

    /** Whether a name stands for one content for ever, so that another content under it is refused. */
    default boolean namesAreUnique() {
        return true;
    }

    /**
     * Where records came from.
     *
     * @param id of the message that keeps the file; null while it is only tried out
     * @param sha256 the file's fingerprint
     * @param uploaded whether whoever sent it waits for the answer
     */
    record Source(@Nullable Long id, String fileName, String sha256, boolean uploaded) {
        public long messageId() {
            return Objects.requireNonNull(id, "Nothing is kept of a file that is only tried out");
        }
    }
}
