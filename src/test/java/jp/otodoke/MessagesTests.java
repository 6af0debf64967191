package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word of the application exists, in both languages. */
@UnitTest
class MessagesTests {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path JAVA = Path.of("src/main/java");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)[}(]");
    private static final Pattern USER_TASK =
            Pattern.compile("<bpmn:userTask id=\"([^\"]+)\"(.*?)</bpmn:userTask>", Pattern.DOTALL);
    private static final Pattern DECISIONS = Pattern.compile("name=\"decisions\" value=\"([^\"]*)\"");
    private static final Pattern DECISION = Pattern.compile("task\\.[a-z-]+\\.[A-Z_]+");
    private static final Pattern IN_REFUSAL =
            Pattern.compile("(?:new Refusal|Refusal\\.\\w+)\\(\\s*\"([a-z][\\w.-]*)\"");

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)[^}]*}");

    private static final Pattern IN_CODE = Pattern.compile("BilingualText\\.of\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][\\w-]*(?:\\.[\\w-]+)+)\"");
    private static final Pattern QUOTED = Pattern.compile("'([a-z][\\w-]*(?:\\.[\\w-]+)+)'");

    /** A key is put together from its beginning and a code. */
    private static final Pattern BEGINNING = Pattern.compile("\"([a-z][\\w.-]*)\\.(?:%s.*)?\"");

    private static final Pattern BEGINNING_IN_TEMPLATE = Pattern.compile("['|{]([a-z][\\w.-]*)\\.(?:'|\\$)");
    private static final Pattern NAME_OF_CODE =
            Pattern.compile("(?:\\.name|\\.named|\\bname|chip)\\(\\s*['\"]([a-z][\\w.-]*)['\"]");

    /** The steps of a process have their Japanese names in the diagram. */
    private static final Pattern REFUSED_BY_NUMBER =
            Pattern.compile("Refusal\\.\\w+\\(\\s*\"([a-z][\\w.-]+)\",\\s*(id|deposit|batch)\\b");

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

    /** Deposit 12345 is not deposit 12,345. */
    @Test
    void theNumberOfAThingIsWrittenWithoutSeparators() {
        var grouped = new TreeSet<String>();
        var seen = new TreeSet<String>();
        for (var file : files(JAVA, ".java")) {
            var code = text(file);
            for (var refusal : REFUSED_BY_NUMBER.matcher(code).results().toList()) {
                if (code.contains("long " + refusal.group(2))) {
                    seen.add(refusal.group(1));
                    if (Stream.of(words(false), words(true)).anyMatch(words -> words.getOrDefault(refusal.group(1), "")
                            .contains("{0}"))) {
                        grouped.add(refusal.group(1));
                    }
                }
            }
        }

        assertThat(seen).hasSizeGreaterThan(20);
        assertThat(grouped).isEmpty();
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

    @Test
    void knowsEveryKeyInTheCode() {
        var keys = found(JAVA, ".java", IN_CODE);

        assertThat(keys).hasSizeGreaterThan(200).isSubsetOf(keys(false));
    }

    /** A text that nothing shows any more is taken out, or it will be translated and kept for ever. */
    @Test
    void hasNoTextThatNothingShows() {
        var named = new TreeSet<String>();
        named.addAll(found(JAVA, ".java", LITERAL));
        named.addAll(found(RESOURCES.resolve("templates"), ".html", IN_TEMPLATE));
        named.addAll(found(RESOURCES.resolve("templates"), ".html", QUOTED));
        var made = new TreeSet<String>();
        made.addAll(found(JAVA, ".java", BEGINNING));
        made.addAll(found(JAVA, ".java", NAME_OF_CODE));
        made.addAll(found(RESOURCES.resolve("templates"), ".html", BEGINNING_IN_TEMPLATE));
        made.addAll(found(RESOURCES.resolve("templates"), ".html", NAME_OF_CODE));

        assertThat(keys(true).stream().filter(key -> !named.contains(key)).filter(key -> beginnings(key)
                        .noneMatch(made::contains)))
                .isEmpty();
    }

    @Test
    void fillsTheSamePlacesInBothLanguages() {
        var english = words(true);
        var different = new TreeMap<String, String>();
        words(false).forEach((key, japanese) -> {
            var other = english.getOrDefault(key, "");
            if (!places(japanese).equals(places(other))) {
                different.put(key, japanese + " / " + other);
            }
        });

        assertThat(different).isEmpty();
    }

    /** In a text with places {@code MessageFormat} takes an apostrophe for a quotation mark unless there are two. */
    @Test
    void doublesTheApostrophesOfTextsWithPlaces() {
        var wrong = new TreeSet<String>();
        for (var texts : List.of(words(false), words(true))) {
            texts.forEach((key, text) -> {
                boolean doubled = PLACE.matcher(text).find();
                if (doubled ? text.replace("''", "").contains("'") : text.contains("''")) {
                    wrong.add(key + ": " + text);
                }
            });
        }

        assertThat(wrong).isEmpty();
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code task} and {@code task.review-order} of {@code task.review-order.title}. */
    private static Stream<String> beginnings(String key) {
        return Stream.iterate(key.lastIndexOf('.'), dot -> dot > 0, dot -> key.lastIndexOf('.', dot - 1))
                .map(dot -> key.substring(0, dot));
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
