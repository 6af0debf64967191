package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be configured stands in the guide, and in the guide stands nothing else. */
@UnitTest
class OperationsGuideTests {
    private static final Path GUIDE = Path.of("docs/operations.md");
    private static final Pattern VARIABLE = Pattern.compile("OTODOKE_[A-Z]+(?:_[A-Z]+)*");
    private static final Pattern PROPERTY = Pattern.compile("(?:\"|\\$\\{)(otodoke\\.[a-z-]+(?:\\.[a-z-]+)*)[\":}]");

    private static final Pattern FIGURE = Pattern.compile("otodoke_[a-z]+(?:_[a-z]+)*");

    /** Names that are put together from a partner's name and stand in the guide as {@code OTODOKE_<PARTNER>_…}. */
    private static final Set<String> PARTNERS =
            Set.of("WAREHOUSE", "WAREHOUSE_COOL", "CARRIER", "BANK", "AGENCY", "SHOP");

    @Test
    void namesEveryVariable() {
        var known = variables(read(GUIDE));

        assertThat(used()).allSatisfy(name -> assertThat(known).contains(name));
    }

    @Test
    void namesNoVariableThatNothingReads() {
        var used = used();
        // Production demands it before anything is encrypted by it.
        used.add("OTODOKE_SECRET_KEY");

        assertThat(variables(read(GUIDE)))
                .filteredOn(name -> !name.startsWith("OTODOKE_TEST_")
                        && PARTNERS.stream().noneMatch(p -> name.equals("OTODOKE_" + p + "_URL")))
                .allSatisfy(name -> assertThat(used).contains(name));
    }

    @Test
    void namesEveryFigureAndNoOther() {
        var figures = new TreeSet<String>();
        sources().stream().filter(OperationsGuideTests::isOfMetrics).forEach(file -> PROPERTY.matcher(read(file))
                .results()
                .map(found -> found.group(1).replace('.', '_'))
                .forEach(figures::add));
        var told = new TreeSet<String>();
        FIGURE.matcher(read(GUIDE)).results().map(found -> found.group()).forEach(told::add);

        assertThat(told).isEqualTo(figures);
    }

    /** Their names look like those of settings. */
    private static boolean isOfMetrics(Path file) {
        return file.toString().endsWith("Metrics.java");
    }

    private static Set<String> used() {
        var names = new TreeSet<String>();
        for (var file : sources()) {
            var text = read(file);
            names.addAll(variables(text));
            if (isOfMetrics(file)) {
                continue;
            }
            PROPERTY.matcher(text)
                    .results()
                    .map(found -> found.group(1)
                            .toUpperCase(Locale.ROOT)
                            .replace('.', '_')
                            .replace('-', '_'))
                    .forEach(names::add);
        }
        names.removeIf(name -> PARTNERS.stream().anyMatch(p -> name.startsWith("OTODOKE_" + p + "_")));
        return names;
    }

    private static Set<String> variables(String text) {
        var names = new TreeSet<String>();
        VARIABLE.matcher(text).results().map(found -> found.group()).forEach(names::add);
        return names;
    }

    private static List<Path> sources() {
        try (var java = Files.walk(Path.of("src/main/java"));
                var resources = Files.list(Path.of("src/main/resources"));
                var root = Files.list(Path.of("."))) {
            var files = new ArrayList<>(
                    java.filter(f -> f.toString().endsWith(".java")).toList());
            resources.filter(f -> f.toString().endsWith(".yml")).forEach(files::add);
            root.filter(f -> Set.of("docker-compose.yml", "Dockerfile", ".env.example")
                            .contains(f.getFileName().toString()))
                    .forEach(files::add);
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
