package jp.otodoke.shared;

import java.util.List;

/** A file that is refused as a whole, with the place of each mistake. */
public class InvalidFile extends InvalidInput {
    private final transient List<FilePlace> places;

    /** @param places one for each problem */
    public InvalidFile(List<FieldProblem> problems, List<FilePlace> places) {
        super(problems);
        this.places = List.copyOf(places);
    }

    /** One for each problem. */
    public List<FilePlace> places() {
        return places;
    }
}
