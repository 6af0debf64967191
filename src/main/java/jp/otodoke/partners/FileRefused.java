package jp.otodoke.partners;

import jp.otodoke.shared.Words;

/** A file can't be accepted as a whole; the reason is for the staff and the partner. */
public class FileRefused extends RuntimeException {
    private final String code;
    private final transient Words reason;
    private final boolean perhapsUnfinished;

    private FileRefused(String code, Words reason, boolean perhapsUnfinished) {
        super(reason.japanese());
        this.code = code;
        this.reason = reason;
        this.perhapsUnfinished = perhapsUnfinished;
    }

    public FileRefused(String code, Words reason) {
        this(code, reason, false);
    }

    /** The file ends too early: its sender may still be writing it. */
    public static FileRefused unfinished(String code, Words reason) {
        return new FileRefused(code, reason, true);
    }

    public String code() {
        return code;
    }

    public Words reason() {
        return reason;
    }

    boolean perhapsUnfinished() {
        return perhapsUnfinished;
    }
}
