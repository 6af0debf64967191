package jp.otodoke.inbox;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.otodoke.MessageFiles;
import jp.otodoke.OtodokeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every task that code or a diagram opens has one bean that says everything about its kind, and the centre has no list. */
@OtodokeTest
class TaskKindsTests {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path INBOX = SOURCES.resolve("jp/otodoke/inbox");
    private static final Pattern OPENED = Pattern.compile("NewTask\\.of\\(\\s*([\\w.\"-]+)");
    private static final Pattern CONSTANT = Pattern.compile("static final String (\\w+) = \"([a-z]+(?:-[a-z]+)+)\"");
    private static final Pattern USER_TASK =
            Pattern.compile("<bpmn:userTask id=\"([^\"]+)\"(.*?)</bpmn:userTask>", Pattern.DOTALL);
    private static final Pattern STAFF = Pattern.compile("camunda:candidateGroups=\"(\\w+)\"");

    @Autowired
    List<TaskKind> kinds;

    @Autowired
    List<TaskSubject> subjects;

    @Test
    void everyTypeThatCodeOpensHasItsKind() {
        var opened = new TreeSet<String>();
        for (var file : files(SOURCES, ".java")) {
            // The inbox itself opens what a process asks for, below.
            var text = file.startsWith(INBOX) ? "" : text(file);
            OPENED.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .forEach(argument -> opened.addAll(types(file, text, argument)));
        }

        assertThat(opened).hasSizeGreaterThan(15);
        assertThat(byType().keySet()).containsAll(opened);
    }

    @Test
    void everyUserTaskHasItsKindAndItsGroup() {
        var kinds = byType();
        var found = 0;
        for (var file : files(Path.of("bpmn"), ".bpmn")) {
            for (var task : USER_TASK.matcher(text(file)).results().toList()) {
                var type = task.group(1);
                var kind = kinds.get(type);
                assertThat(kind).as(type).isInstanceOf(ProcessTaskKind.class);
                STAFF.matcher(task.group()).results().forEach(group -> assertThat(kind)
                        .as(type)
                        .extracting(k -> k.group().code())
                        .isEqualTo(group.group(1)));
                found++;
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(12);
    }

    @Test
    void everyKindHasItsWordsInBothLanguagesAPermissionAndASubject() {
        var subjectKinds = subjects.stream().map(TaskSubject::kind).toList();
        assertThat(kinds).allSatisfy(kind -> {
            assertThat(kind.permission()).as(kind.type()).isNotNull();
            assertThat(subjectKinds).as(kind.type()).contains(kind.subjectKind());
        });
        for (var texts : List.of(MessageFiles.japanese(), MessageFiles.english())) {
            assertThat(texts.keySet()).containsAll(keys());
        }
    }

    /** What only closes a task says at least why. */
    @Test
    void noDecisionClosesATaskWithoutDoingOrRecordingAnything() {
        assertThat(kinds).allSatisfy(kind -> assertThat(kind.decisions().stream()
                        .filter(decision -> decision.equals(TaskKind.CLOSE) && !kind.commentRequired(decision)))
                .as(kind.type())
                .isEmpty());
    }

    @Test
    void theFieldsOfAKindHaveNamesOfTheirOwnAndLabels() {
        for (var kind : kinds) {
            var names = kind.decisions().stream()
                    .flatMap(decision -> kind.fields(decision).stream())
                    .map(TaskField::name)
                    .toList();
            assertThat(names).as(kind.type()).doesNotHaveDuplicates();
            if (!ofTests(kind)) {
                var labels = names.stream().map(name -> "task.field." + name).toList();
                assertThat(MessageFiles.japanese().keySet()).containsAll(labels);
                assertThat(MessageFiles.english().keySet()).containsAll(labels);
            }
        }
    }

    @Test
    void noTypeOfTaskIsNamedInTheInboxOrItsPages() {
        var centre = Stream.of(
                        files(INBOX, ".java").stream(),
                        files(SOURCES.resolve("jp/otodoke/desk/inbox"), ".java").stream(),
                        files(Path.of("src/main/resources/templates/desk"), ".html").stream()
                                .filter(file -> file.getFileName().toString().matches("(inbox|task).*")))
                .flatMap(Function.identity())
                .toList();

        assertThat(centre).hasSizeGreaterThan(40).allSatisfy(file -> assertThat(
                        byType().keySet().stream().filter(type -> Pattern.compile("[\"'.]" + type + "[\"'.]")
                                .matcher(withoutComments(text(file)))
                                .find()))
                .as(file.toString())
                .isEmpty());
    }

    private Set<String> keys() {
        var keys = new TreeSet<String>();
        for (var kind : kinds) {
            if (ofTests(kind)) {
                continue;
            }
            keys.add("task." + kind.type() + ".title");
            kind.decisions().stream()
                    .filter(decision -> !decision.equals(TaskKind.CLOSE))
                    .forEach(decision -> keys.add("task." + kind.type() + "." + decision));
        }
        subjects.stream()
                .filter(subject -> !ofTests(subject))
                .forEach(subject -> keys.add("subject." + subject.kind()));
        return keys;
    }

    private static boolean ofTests(Object contributed) {
        return contributed.getClass().getPackageName().equals("jp.otodoke.fridges");
    }

    /** Twice the same type fails here. */
    private Map<String, TaskKind> byType() {
        return kinds.stream().collect(toMap(TaskKind::type, Function.identity()));
    }

    /** A literal, a constant of this or another class, or for one that is handed through those that the file names. */
    private static Set<String> types(Path file, String text, String argument) {
        if (argument.startsWith("\"")) {
            return Set.of(argument.replace("\"", ""));
        }
        if (argument.matches("[A-Z_]+")) {
            return Set.of(constant(text, argument));
        }
        if (argument.contains(".")) {
            return Set.of(constant(file, argument));
        }
        var named = Pattern.compile("\\b[A-Z]\\w*Task\\.[A-Z_]+")
                .matcher(text)
                .results()
                .map(found -> constant(file, found.group()))
                .collect(toCollection(TreeSet::new));
        assertThat(named).as(file + " hands a type through").isNotEmpty();
        return named;
    }

    private static String constant(Path file, String name) {
        var parts = name.split("\\.");
        return constant(text(file.resolveSibling(parts[0] + ".java")), parts[1]);
    }

    private static String constant(String text, String name) {
        return CONSTANT.matcher(text)
                .results()
                .filter(found -> found.group(1).equals(name))
                .map(found -> found.group(2))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No constant " + name));
    }

    private static String withoutComments(String text) {
        return text.replaceAll("(?s)/\\*.*?\\*/", "");
    }

    private static List<Path> files(Path root, String ending) {
        try (var all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
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
