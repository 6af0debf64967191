package jp.otodoke.importing;

import java.util.BitSet;
import jp.otodoke.platform.files.KeyNumbers;

/** Which rows of a file have a key that an earlier one has had; fed row by row. */
final class RepeatedKeys {
    private final KeyNumbers keys = new KeyNumbers();
    private final BitSet repeated = new BitSet();
    private int rows;

    /** The next row, with its key. */
    void add(String key) {
        int known = keys.size();
        if (keys.number(key) < known) {
            repeated.set(rows);
        }
        rows++;
    }

    /** The next row, which has no key that counts. */
    void addNone() {
        rows++;
    }

    /** @param place from 0 */
    boolean isRepeated(int place) {
        return repeated.get(place);
    }
}
