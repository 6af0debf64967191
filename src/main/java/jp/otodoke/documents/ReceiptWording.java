package jp.otodoke.documents;

import java.util.ArrayList;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wishes to read on a receipt; null as usual.
 *
 * @param addressee 宛名
 * @param proviso 但し書き
 */
public record ReceiptWording(@Nullable String addressee, @Nullable String proviso) {
    public static final ReceiptWording USUAL = new ReceiptWording(null, null);

    private static final int MOST = 60;

    /** @throws InvalidInput if something is too long for its line */
    public ReceiptWording {
        var problems = new ArrayList<FieldProblem>();
        check(problems, "addressee", addressee);
        check(problems, "proviso", proviso);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static void check(ArrayList<FieldProblem> problems, String field, @Nullable String text) {
        if (text != null && text.strip().length() > MOST) {
            problems.add(new FieldProblem(field, "too-long", BilingualText.of("document.problem.too-long", MOST)));
        }
    }
}
