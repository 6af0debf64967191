package jp.otodoke.partners;

import java.util.List;
import jp.otodoke.shared.Words;
import jp.otodoke.shared.csv.Mistake;

/**
 * One type of file that a partner lays in its {@code in} folder.
 *
 * @param <T> one record of it
 */
public interface FileFormat<T> {
    String partner();

    String type();

    /** Whether a file of this name is of this type. */
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
     * @throws jp.otodoke.shared.InvalidInput or {@link jp.otodoke.shared.Refusal}: the record is bad
     */
    void take(Source source, List<FileRecord<T>> records);

    /** What is wrong with a record, as people are told. */
    default Words words(Mistake mistake) {
        return Words.of("partners.mistake." + mistake.reason(), mistake.places());
    }

    /** Who gets the tasks for bad records and refused files. */
    default String group() {
        return "shipping";
    }

    /** Whether a name stands for one content for ever, so that another content under it is refused. */
    default boolean namesAreUnique() {
        return true;
    }

    /** Where records came from. */
    record Source(long messageId, String fileName) {}
}
