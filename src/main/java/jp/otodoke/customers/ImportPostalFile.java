package jp.otodoke.customers;

import java.util.List;
import java.util.stream.Collectors;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.platform.csv.UnreadableCsv;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Prefectures;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports the post office's table of the whole country, or of a part: its entries replace those of the same
 * cities. The codes of large receivers come from another file and stay.
 */
@Service
public class ImportPostalFile {
    /** How many lines were read, how many areas they make, and the version of the table now. */
    public record Imported(int read, int areas, PostalVersion version) {}

    private final PostalAreas areas;
    private final BusinessClock clock;

    ImportPostalFile(PostalAreas areas, BusinessClock clock) {
        this.areas = areas;
        this.clock = clock;
    }

    @Transactional
    public Imported read(String fileName, byte[] bytes) {
        var content = KenAllReader.read(decode(bytes));
        refuseUnlessSound(content);
        areas.lock();
        if (wholeCountry(content.areas())) {
            areas.replaceCountry(content.areas());
        } else {
            areas.replaceCities(content.areas());
        }
        areas.stamp(fileName, clock.today(), clock.instant());
        return new Imported(
                content.lines(), content.areas().size(), areas.version().orElseThrow());
    }

    private static boolean wholeCountry(List<PostalArea> areas) {
        return areas.stream()
                .map(PostalArea::prefecture)
                .collect(Collectors.toSet())
                .containsAll(Prefectures.ALL);
    }

    private void refuseUnlessSound(KenAllReader.Content content) {
        if (!content.problems().isEmpty()) {
            throw new InvalidInput(content.problems().stream()
                    .limit(100)
                    .map(problem -> problem(problem.field(), problem.code(), problem.line()))
                    .toList());
        }
        if (content.areas().isEmpty()) {
            throw new InvalidInput(List.of(problem("file", "empty", 0)));
        }
        if (content.differencesOnly()) {
            throw new InvalidInput(List.of(problem("file", "differences-only", 0)));
        }
    }

    private FieldProblem problem(String field, String code, long line) {
        return new FieldProblem(
                field.isEmpty() ? "file" : field, code, BilingualText.of("customer.postal-file." + code, line));
    }

    /** KEN_ALL.CSV is CP932, utf_ken_all.csv is UTF-8. */
    private String decode(byte[] bytes) {
        try {
            return CharacterSets.decode(bytes, CharacterSets.UTF8_OR_CP932);
        } catch (UnreadableCsv noText) {
            throw new InvalidInput(List.of(problem("file", "encoding", noText.line())));
        }
    }
}
