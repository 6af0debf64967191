package jp.otodoke.partners.exchange;

import java.time.Instant;
import java.util.List;
import jp.otodoke.shared.BilingualText;
import org.jspecify.annotations.Nullable;

/**
 * The progress of an uploaded file, and the outcome of its records.
 *
 * @param records how many there are in the file
 * @param booked how many of them have been processed
 */
public record FileImport(
        long id,
        String type,
        String fileName,
        State state,
        int records,
        int booked,
        int created,
        int existing,
        int updated,
        int rejected,
        Instant startedAt,
        @Nullable Instant finishedAt,
        List<Error> errors) {
    /** The state of the import. */
    public enum State {
        RUNNING,
        DONE,
        /** A person has stopped it; what was booked stays booked. */
        STOPPED,
        REFUSED
    }

    public boolean running() {
        return state == State.RUNNING;
    }

    /**
     * One mistake in a record that was rejected.
     *
     * @param line the physical line, the header being 1; the number of the record in files without lines
     * @param position the byte within the record in files without columns; else 0
     * @param field the column's own name
     * @param row the content of that line
     */
    public record Error(int line, int position, String field, String code, BilingualText words, String row) {}
}
