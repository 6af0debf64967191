package jp.otodoke.partners;

/** A file can't be accepted as a whole; the message is for the staff and the partner. */
public class FileRefused extends RuntimeException {
    private final String code;
    private final String reason;
    private final boolean perhapsUnfinished;

    private FileRefused(String code, String message, boolean perhapsUnfinished) {
        super(message);
        this.code = code;
        this.reason = message;
        this.perhapsUnfinished = perhapsUnfinished;
    }

    public FileRefused(String code, String message) {
        this(code, message, false);
    }

    /** The file ends too early: its sender may still be writing it. */
    public static FileRefused unfinished(String code, String message) {
        return new FileRefused(code, message, true);
    }

    public String code() {
        return code;
    }

    public String reason() {
        return reason;
    }

    boolean perhapsUnfinished() {
        return perhapsUnfinished;
    }
}
