package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word of the application exists, in both languages. */
class MessagesTests {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)[}(]");
    private static final Pattern USER_TASK =
            Pattern.compile("<bpmn:userTask id=\"([^\"]+)\"(.*?)</bpmn:userTask>", Pattern.DOTALL);
    private static final Pattern DECISIONS = Pattern.compile("name=\"decisions\" value=\"([^\"]*)\"");
    private static final Pattern DECISION = Pattern.compile("task\\.[a-z-]+\\.[A-Z_]+");
    private static final Pattern IN_REFUSAL =
            Pattern.compile("(?:new Refusal|Refusal\\.\\w+)\\(\\s*\"([a-z][\\w.-]*)\"");

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern PAIR =
            Pattern.compile("Words\\.of\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\",\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PLACE = Pattern.compile("%(?:\\d\\$)?[,\\d]*[sdX]");

    private static final Pattern RECORD_PROBLEM =
            Pattern.compile("(?:FieldProblem|problem|InvalidInput)\\(\\s*[^,()]+,\\s*\"([a-z-]+)\"");

    /** The steps of a process have their Japanese names in the diagram. */
    private static final String STEPS = "step.";

    @Test
    void speaksBothLanguages() {
        var english = keys(true);
        english.removeIf(key -> key.startsWith(STEPS) && !keys(false).contains(key));

        assertThat(english).isEqualTo(keys(false));
    }

    @Test
    void namesEveryTaskAndItsDecisions() {
        var words = new TreeSet<String>();
        for (var file : files(Path.of("bpmn"), ".bpmn")) {
            for (var task : USER_TASK.matcher(text(file)).results().toList()) {
                words.add("task." + task.group(1) + ".title");
                DECISIONS
                        .matcher(task.group(2))
                        .results()
                        .flatMap(found -> Stream.of(found.group(1).split(",")))
                        .forEach(code -> words.add("task." + task.group(1) + "." + code.strip()));
            }
        }

        assertThat(words).isNotEmpty().isSubsetOf(keys(false));
    }

    /** DONE alone needs no words of its own: it closes the task and nothing else. */
    @Test
    void saysWhatFollowsFromEveryDecision() {
        var decisions = keys(false).stream()
                .filter(key -> DECISION.matcher(key).matches() && !key.endsWith(".DONE"))
                .toList();

        assertThat(decisions).isNotEmpty();
        assertThat(keys(false))
                .containsAll(decisions.stream().map(key -> key + ".follows").toList());
    }

    @Test
    void hasEveryWordOfThePages() {
        assertThat(found(RESOURCES.resolve("templates"), ".html", IN_TEMPLATE)).isSubsetOf(keys(false));
    }

    @Test
    void hasTheReasonOfEveryRefusal() {
        assertThat(found(Path.of("src/main/java"), ".java", IN_REFUSAL)).isSubsetOf(keys(false));
    }

    @Test
    void whatIsSaidInEnglishIsEnglish() {
        var japanese = new TreeSet<String>();
        words(true).forEach((key, text) -> {
            if (JAPANESE.matcher(text).find() && !key.endsWith(".example")) {
                japanese.add(key);
            }
        });

        assertThat(japanese).isEmpty();
    }

    /** Why a task is in the inbox, and every other sentence that stands in the code: each has its English beside it. */
    @Test
    void sentencesInTheCodeSpeakBothLanguages() {
        var pairs = new ArrayList<MatchResult>();
        for (var file : files(Path.of("src/main/java"), ".java")) {
            pairs.addAll(PAIR.matcher(text(file)).results().toList());
        }

        assertThat(pairs).hasSizeGreaterThan(50).allSatisfy(pair -> {
            assertThat(pair.group(2)).isNotBlank().doesNotContainPattern(JAPANESE);
            assertThat(PLACE.matcher(pair.group(2)).results().count())
                    .as(pair.group(2))
                    .isEqualTo(PLACE.matcher(pair.group(1)).results().count());
        });
    }

    @Test
    void everyKindOfMistakeInAPartnersRecordHasItsWords() {
        var used = found(Path.of("src/main/java/jp/otodoke/partners"), ".java", RECORD_PROBLEM);
        used.addAll(found(Path.of("src/main/java/jp/otodoke/fulfilment"), "s.java", RECORD_PROBLEM));

        assertThat(used).isNotEmpty();
        assertThat(keys(true))
                .containsAll(
                        used.stream().map(code -> "partners.problem." + code).toList());
    }

    private static Set<String> found(Path root, String ending, Pattern pattern) {
        return files(root, ending).stream()
                .flatMap(file -> pattern.matcher(text(file)).results())
                .map(match -> match.group(1))
                .filter(key -> !key.endsWith("."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(boolean english) {
        return new TreeSet<>(words(english).keySet());
    }

    private static Map<String, String> words(boolean english) {
        return english ? MessageFiles.english() : MessageFiles.japanese();
    }

    private static List<Path> files(Path root, String ending) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
