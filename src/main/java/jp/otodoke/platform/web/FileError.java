package jp.otodoke.platform.web;

import java.util.List;
import java.util.stream.IntStream;
import jp.otodoke.shared.InvalidFile;

/** A mistake for which a file is refused as a whole, as the API tells it. */
record FileError(int record, int position, String field, String code, String message) {
    /** @param most so many of them */
    static List<FileError> of(InvalidFile file, int most) {
        return IntStream.range(0, Math.min(most, file.problems().size()))
                .mapToObj(i -> {
                    var place = file.places().get(i);
                    var problem = file.problems().get(i);
                    return new FileError(
                            place.record(), place.position(), problem.field(), problem.code(), problem.message());
                })
                .toList();
    }
}
