package jp.otodoke.customers;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.platform.csv.UnreadableCsv;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Prefectures;

/**
 * The post office's table of the whole country, or of a part.
 *
 * @param lines how many it has
 */
public record PostalFile(int lines, List<PostalCity> cities) {
    private static final int PROBLEMS_SHOWN = 100;

    /** @throws InvalidInput if it is no such table, or only lists differences from an older one */
    public static PostalFile read(byte[] bytes) {
        var content = KenAllReader.read(decode(bytes));
        refuseUnlessSound(content);
        return new PostalFile(content.lines(), cities(content.areas()));
    }

    /** How many areas the lines contain. */
    public int areas() {
        return cities.stream().mapToInt(city -> city.areas().size()).sum();
    }

    boolean wholeCountry() {
        return cities.stream()
                .map(PostalCity::prefecture)
                .collect(Collectors.toSet())
                .containsAll(Prefectures.ALL);
    }

    private static List<PostalCity> cities(List<PostalArea> areas) {
        return areas.stream()
                .collect(groupingBy(
                        area -> new PostalCity(area.prefecture(), area.city(), List.of()),
                        LinkedHashMap::new,
                        toList()))
                .entrySet()
                .stream()
                .map(city ->
                        new PostalCity(city.getKey().prefecture(), city.getKey().city(), city.getValue()))
                .toList();
    }

    private static void refuseUnlessSound(KenAllReader.Content content) {
        if (!content.problems().isEmpty()) {
            throw new InvalidInput(content.problems().stream()
                    .limit(PROBLEMS_SHOWN)
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

    private static FieldProblem problem(String field, String code, long line) {
        return new FieldProblem(
                field.isEmpty() ? "file" : field, code, BilingualText.of("customer.postal-file." + code, line));
    }

    /** KEN_ALL.CSV is CP932, utf_ken_all.csv is UTF-8. */
    private static String decode(byte[] bytes) {
        try {
            return CharacterSets.decode(bytes, CharacterSets.UTF8_OR_CP932);
        } catch (UnreadableCsv noText) {
            throw new InvalidInput(List.of(problem("file", "encoding", noText.line())));
        }
    }
}
