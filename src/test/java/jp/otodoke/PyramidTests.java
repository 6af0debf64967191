package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.commons.support.AnnotationSupport.findRepeatableAnnotations;
import static org.junit.platform.commons.support.AnnotationSupport.isAnnotated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.util.ClassUtils;

/** Every test stands on one step of the pyramid, and describes its data in the words of the business. */
@UnitTest
class PyramidTests {
    private static final Set<String> STEPS = Set.of("unit", "module", "process", "browser", "nodes", "bench");
    private static final Path SOURCES = Path.of("src/test/java");

    /** What a statement writes into. */
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:insert\\s+into|update|delete\\s+from|truncate(?:\\s+table)?|merge\\s+into)\\s+(\\w+)",
            Pattern.CASE_INSENSITIVE);

    /** The mothers write what no use case does; the bench fills its yardstick; what is planted is never run. */
    private static final Pattern MAY_WRITE = Pattern.compile("(?:mothers|bench)/.*|SqlBoundariesTests\\.java");

    @Test
    void everyTestClassHasOneTagOfThePyramid() throws IOException {
        var astray = testClasses().stream()
                .filter(test -> tags(test).size() != 1)
                .map(test -> test.getName() + " " + tags(test))
                .toList();

        assertThat(astray).isEmpty();
    }

    @Test
    void aUnitTestNeedsNoSpringContext() throws IOException {
        assertThat(testClasses().stream()
                        .filter(test -> tags(test).equals(List.of("unit")))
                        .filter(test -> isAnnotated(test, ExtendWith.class))
                        .map(Class::getName))
                .isEmpty();
    }

    @Test
    void onlyTheMothersWriteIntoOurTables() throws IOException {
        var tables = new SqlBoundaries(Path.of("src/main")).owners().keySet();
        try (var files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !MAY_WRITE.matcher(name(file)).matches())
                            .flatMap(file -> JavaStrings.in(text(file)).stream()
                                    .flatMap(string -> WRITTEN.matcher(string).results())
                                    .map(written -> written.group(1).toLowerCase(Locale.ROOT))
                                    .filter(table -> tables.contains(table) || table.startsWith("act_"))
                                    .map(table -> name(file) + " writes into " + table)))
                    .isEmpty();
        }
    }

    private static String name(Path file) {
        return SOURCES.resolve("jp/otodoke").relativize(file).toString().replace('\\', '/');
    }

    /** What Maven takes for a test class: by its name, not nested. */
    static List<Class<?>> testClasses() throws IOException {
        var compiled = Path.of("target/test-classes");
        try (var files = Files.walk(compiled)) {
            return files.map(file -> compiled.relativize(file).toString())
                    .filter(name -> name.matches(".*(Tests?|TestCase|Bench)\\.class"))
                    .map(name -> name.replace(".class", "").replace('/', '.').replace('\\', '.'))
                    .<Class<?>>map(name -> ClassUtils.resolveClassName(name, null))
                    .filter(type -> !type.isInterface() && !type.isMemberClass())
                    .toList();
        }
    }

    static List<String> tags(Class<?> test) {
        return findRepeatableAnnotations(test, Tag.class).stream()
                .map(Tag::value)
                .filter(STEPS::contains)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
