package jp.otodoke.partners.exchange;

import jp.otodoke.shared.BilingualText;

/** A file can't be accepted as a whole; the reason is for the staff and the partner. */
public class FileRefused extends RuntimeException {
    private final String code;
    private final transient BilingualText reason;
    private final boolean perhapsUnfinished;

    private FileRefused(String code, BilingualText reason, boolean perhapsUnfinished) {
        super(reason.japanese());
        this.code = code;
        this.reason = reason;
        this.perhapsUnfinished = perhapsUnfinished;
    }

    public FileRefused(String code, BilingualText reason) {
        this(code, reason, false);
    }

    /** The file ends too early: its sender may still be writing it. */
    public static FileRefused unfinished(String code, BilingualText reason) {
        return new FileRefused(code, reason, true);
    }

    public String code() {
        return code;
    }

    public BilingualText reason() {
        return reason;
    }

    boolean perhapsUnfinished() {
        return perhapsUnfinished;
    }
}
