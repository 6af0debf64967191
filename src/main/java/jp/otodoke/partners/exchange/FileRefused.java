package jp.otodoke.partners.exchange;

import java.util.List;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.FilePlace;
import jp.otodoke.shared.InvalidFile;
import jp.otodoke.shared.InvalidInput;

/** A file is refused as a whole; the reason is for staff and the partner. */
public class FileRefused extends RuntimeException {
    private final String code;
    private final transient BilingualText reason;
    private final transient List<FieldProblem> problems;
    private final transient List<FilePlace> places;
    private final boolean maybeIncomplete;

    private FileRefused(
            String code,
            BilingualText reason,
            List<FieldProblem> problems,
            List<FilePlace> places,
            boolean maybeIncomplete) {
        super(reason.japanese());
        this.code = code;
        this.reason = reason;
        this.problems = List.copyOf(problems);
        this.places = List.copyOf(places);
        this.maybeIncomplete = maybeIncomplete;
    }

    public FileRefused(String code, BilingualText reason) {
        this(code, reason, List.of(new FieldProblem("file", code, reason)), List.of(), false);
    }

    /** @param problems at least one */
    public FileRefused(List<FieldProblem> problems) {
        this(problems.get(0).code(), together(problems), problems, List.of(), false);
    }

    /**
     * @param problems at least one
     * @param places one for each
     */
    public FileRefused(List<FieldProblem> problems, List<FilePlace> places) {
        this(problems.get(0).code(), together(problems), problems, places, false);
    }

    /** The file ends too early: it may still be uploading. */
    public static FileRefused incomplete(String code, BilingualText reason) {
        return new FileRefused(code, reason, List.of(new FieldProblem("file", code, reason)), List.of(), true);
    }

    /** @param problems at least one, of a file that ends too early */
    public static FileRefused incomplete(List<FieldProblem> problems) {
        return incomplete(problems, List.of());
    }

    /**
     * @param problems at least one, of a file that ends too early
     * @param places one for each, or none
     */
    public static FileRefused incomplete(List<FieldProblem> problems, List<FilePlace> places) {
        return new FileRefused(problems.get(0).code(), together(problems), problems, places, true);
    }

    private static BilingualText together(List<FieldProblem> problems) {
        return BilingualText.joined(
                "\n", problems.stream().map(FieldProblem::words).toList());
    }

    /** All of its problems, for the sender. */
    public List<FieldProblem> problems() {
        return problems;
    }

    /** The same for the sender, with their places where these are known. */
    InvalidInput asInvalidInput() {
        return places.isEmpty() ? new InvalidInput(problems) : new InvalidFile(problems, places);
    }

    public String code() {
        return code;
    }

    public BilingualText reason() {
        return reason;
    }

    boolean maybeIncomplete() {
        return maybeIncomplete;
    }
}
