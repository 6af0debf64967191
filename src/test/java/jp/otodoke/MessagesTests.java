package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
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

    private static Set<String> found(Path root, String ending, Pattern pattern) {
        return files(root, ending).stream()
                .flatMap(file -> pattern.matcher(text(file)).results())
                .map(match -> match.group(1))
                .filter(key -> !key.endsWith("."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(boolean english) {
        var keys = new TreeSet<String>();
        for (var file : files(RESOURCES, ".properties")) {
            var name = file.getFileName().toString();
            if (name.startsWith("messages") && name.endsWith("_en.properties") == english) {
                try (var reader = Files.newBufferedReader(file)) {
                    var words = new Properties();
                    words.load(reader);
                    keys.addAll(words.stringPropertyNames());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return keys;
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
