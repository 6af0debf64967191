package jp.otodoke.platform.files;

import java.util.Arrays;

/** Reads a file mostly forwards, a part at a time, so that its records are not a read of the disk each. Of one thread. */
public final class FileWindow {
    private static final int PART = 64 * 1024;

    private final FileContent content;
    private byte[] part = {};
    private long partFrom;

    public FileWindow(FileContent content) {
        this.content = content;
    }

    /** There has to be one. */
    public byte at(long place) {
        if (place < partFrom || place >= partFrom + part.length) {
            part = content.read(place, PART);
            partFrom = place;
        }
        return part[(int) (place - partFrom)];
    }

    /** So many from there on, of which there has to be the first one; fewer only at the end of the file. */
    public byte[] read(long place, int length) {
        at(place);
        int from = (int) (place - partFrom);
        return from + length <= part.length
                ? Arrays.copyOfRange(part, from, from + length)
                : content.read(place, length);
    }
}
