package jp.otodoke.platform.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Numbers keys in the order in which they first appear, without holding them: a key takes twenty bytes, whatever its
 * length. Keys are told apart by half of their SHA-256.
 */
public final class KeyNumbers {
    private final MessageDigest digest = FileContent.digest();
    private long[] high = new long[64];
    private long[] low = new long[64];
    private int[] numbers = new int[64];
    private int size;

    /** The key's number from 0; a key that is new gets the next one. */
    public int number(String key) {
        var hash = ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        // A free place holds 0, so that no key may have it.
        long first = hash.getLong() | 1;
        long second = hash.getLong();
        int place = place(first, second);
        if (high[place] == 0) {
            high[place] = first;
            low[place] = second;
            numbers[place] = size++;
            if (size > high.length / 4 * 3) {
                grow();
            }
            return size - 1;
        }
        return numbers[place];
    }

    /** How many keys there are. */
    public int size() {
        return size;
    }

    private int place(long first, long second) {
        int place = (int) (first >>> 1) & (high.length - 1);
        while (high[place] != 0 && (high[place] != first || low[place] != second)) {
            place = (place + 1) & (high.length - 1);
        }
        return place;
    }

    private void grow() {
        var oldHigh = high;
        var oldLow = low;
        var oldNumbers = numbers;
        high = new long[oldHigh.length * 2];
        low = new long[high.length];
        numbers = new int[high.length];
        for (int i = 0; i < oldHigh.length; i++) {
            if (oldHigh[i] != 0) {
                int place = place(oldHigh[i], oldLow[i]);
                high[place] = oldHigh[i];
                low[place] = oldLow[i];
                numbers[place] = oldNumbers[i];
            }
        }
    }
}
