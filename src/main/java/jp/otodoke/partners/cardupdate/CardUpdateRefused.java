package jp.otodoke.partners.cardupdate;

import java.util.List;
import jp.otodoke.partners.exchange.FileRefused;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.FilePlace;

/** What is wrong in a result, so that nothing of it is booked. */
final class CardUpdateRefused extends RuntimeException {
    private final transient List<Mistake> mistakes;
    private final boolean maybeIncomplete;

    CardUpdateRefused(Mistake mistake, boolean maybeIncomplete) {
        this(List.of(mistake), maybeIncomplete);
    }

    /** @param maybeIncomplete whether it may still be uploading */
    CardUpdateRefused(List<Mistake> mistakes, boolean maybeIncomplete) {
        super(mistakes.toString());
        this.mistakes = List.copyOf(mistakes);
        this.maybeIncomplete = maybeIncomplete;
    }

    List<Mistake> mistakes() {
        return mistakes;
    }

    FileRefused asFileRefused() {
        return maybeIncomplete ? FileRefused.incomplete(problems(), places()) : new FileRefused(problems(), places());
    }

    List<FieldProblem> problems() {
        return mistakes.stream()
                .map(mistake -> new FieldProblem(mistake.field(), mistake.code(), words(mistake)))
                .toList();
    }

    List<FilePlace> places() {
        return mistakes.stream()
                .map(mistake -> new FilePlace(mistake.line(), mistake.position()))
                .toList();
    }

    private static BilingualText words(Mistake mistake) {
        return BilingualText.of(
                "card-update.at-record",
                String.valueOf(mistake.line()),
                String.valueOf(mistake.position()),
                mistake.field(),
                mistake.words("card-update.problem."));
    }
}
