package jp.otodoke.payments;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.otodoke.shared.Refusal;

/** What the files of the agency take and bring: the cards that it is asked about each month, and its answers. */
public interface CardUpdateFiles {
    /** Writes a request file in the format of the agency. */
    interface Writer {
        byte[] write(long id, YearMonth month, List<CardToCheck> cards);
    }

    /**
     * The request file for a person; it is placed into the agency's folder all the same.
     *
     * @throws Refusal if there is no such update
     */
    byte[] fetch(long id, Writer writer);

    /** Those whose files are not in the agency's folder yet. */
    List<Long> waiting();

    /** Freezes the file, so that every attempt to place it places the same. */
    void write(long id, Writer writer);

    /**
     * Places the frozen file, unless another node is doing so. If that ends before it is noted, the same file is placed again under the same
     * name: the agency may be asked twice, but is never not asked.
     */
    void place(long id, Consumer<byte[]> folder);

    /** An update as an answer is compared with it; empty if there is none. */
    Optional<SentCardUpdate> sent(long id);

    /** @throws Refusal if there is no such update */
    void require(long id);

    /**
     * Books some of the answers of a file.
     *
     * @return how many were not booked before
     * @throws Refusal if another answer about one of the cards is booked (conflict)
     */
    int book(long id, String fileName, List<CardResult> results);
}
