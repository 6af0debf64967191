package jp.otodoke.partners.exchange;

import java.util.List;
import java.util.Objects;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * One type of incoming file: placed into a partner's {@code in} folder, or uploaded. The module that books its
 * records contributes it.
 *
 * @param <T> one record of it
 */
public interface FileFormat<T> {
    String partner();

    String type();

    /** Whether a file of this name in the partner's folder is of this type. */
    boolean named(String fileName);

    /**
     * Checks the whole file; the same bytes give the same records in the same order. The list may make its records
     * only when they are asked for, from the content, which stays open.
     *
     * @throws FileRefused if it is refused as a whole
     */
    List<FileRecord<T>> read(String fileName, FileContent content);

    /**
     * Asked before an upload is stored: an import needs the permission of what it changes.
     *
     * @throws jp.otodoke.shared.Refusal forbidden, if the person may not change what the records change
     */
    default void authorize(List<FileRecord<T>> records) {}

    /**
     * Books some records in the caller's transaction. If it throws, the chunk is rolled back, and the records are
     * passed one by one to {@link #takeAlone}.
     *
     * @return the outcome of each
     * @throws jp.otodoke.shared.InvalidInput or {@link jp.otodoke.shared.Refusal}: the record is bad
     */
    Outcome take(Source source, List<FileRecord<T>> records);

    /** Books a record of a chunk that has failed as a whole, as {@link #take}. */
    default Outcome takeAlone(Source source, FileRecord<T> record) {
        return take(source, List.of(record));
    }

    /** Whether chunks of a file in the folder are booked two at a time, by {@link #steps}. */
    default boolean overlaps() {
        return false;
    }

    /**
     * A chunk in steps, where they {@link #overlaps overlap}.
     *
     * @param before the chunk before it while that is not committed; null if it is
     */
    default ChunkSteps steps(Source source, List<FileRecord<T>> records, @Nullable ChunkSteps before) {
        throw new UnsupportedOperationException(type() + " is booked chunk after chunk");
    }

    /** How many records are booked in one transaction. */
    default int chunk() {
        return 50;
    }

    /** Maps mistakes found while a record was booked to its line and column. */
    default List<Mistake> explain(FileRecord<T> record, List<FieldProblem> problems) {
        return problems.stream()
                .map(p -> Mistake.withText(record.line(), p.field(), p.code(), p.words()))
                .toList();
    }

    /** Whether a record that can't be booked goes to quarantine, with a task, to be reprocessed. */
    default boolean quarantines(Source source) {
        return true;
    }

    /** Reports a record that can't be booked and does not go to quarantine, in the caller's transaction. */
    default void rejected(Source source, FileRecord<T> record, List<Mistake> mistakes) {}

    /** Describes a mistake in a record for people. */
    default BilingualText words(Mistake mistake) {
        return mistake.words("partners.mistake.");
    }

    /** The same for readers who see neither line nor column beside it. */
    default BilingualText wordsWithPlace(Mistake mistake) {
        return words(mistake);
    }

    /** The content of a line of the record. */
    default String lineOf(FileRecord<T> record, int line) {
        return record.raw();
    }

    /** The group that gets the tasks for bad records and refused files. */
    default StaffGroup group() {
        return StaffGroup.SHIPPING;
    }

    /** Whether a name always identifies the same content, so that different content under it is refused. */
    default boolean namesAreUnique() {
        return true;
    }

    /**
     * Where records came from.
     *
     * @param id of the message that stores the file; null for a dry run
     * @param sha256 the file's fingerprint
     * @param uploaded whether the sender waits for the result
     */
    record Source(@Nullable Long id, String fileName, String sha256, boolean uploaded) {
        public long messageId() {
            return Objects.requireNonNull(id, "A dry run stores no message");
        }
    }
}
