package jp.otodoke.partners.bank;

import java.util.List;
import jp.otodoke.shared.InvalidInput;

/** A file that is refused as a whole, with the place of each mistake. */
public class BankFileRefused extends InvalidInput {
    private final transient List<Place> places;

    BankFileRefused(ZenginRefused refused) {
        super(BankTexts.fieldProblems(refused.problems()));
        places = refused.problems().stream()
                .map(problem -> new Place(problem.record(), problem.position()))
                .toList();
    }

    /**
     * @param record the record's number, from 1
     * @param position the byte within the record, from 1
     */
    public record Place(int record, int position) {}

    /** For who reads no more than a line. */
    public String summary() {
        return "The file is refused: " + problems().size() + " place(s) are wrong";
    }

    /** One for each problem. */
    public List<Place> places() {
        return places;
    }
}
