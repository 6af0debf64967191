package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.commons.support.AnnotationSupport.findRepeatableAnnotations;
import static org.junit.platform.commons.support.AnnotationSupport.isAnnotated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** Whose rows come about by use cases, which the mothers describe. */
    private static final Pattern RAW_ROW = Pattern.compile(
            "insert\\s+into\\s+(product\\w*|set_component|customer|orders|order_line|order_destination|shipment\\w*"
                    + "|parcel|payment|deposit|staff_user)\\b",
            Pattern.CASE_INSENSITIVE);

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
    void noTestInsertsRowsThatAUseCaseMakes() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> RAW_ROW.matcher(text(file)).find()))
                    .isEmpty();
        }
    }

    /** What Maven takes for a test class: by its name, not nested. */
    private static List<Class<?>> testClasses() throws IOException {
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

    private static List<String> tags(Class<?> test) {
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
