package jp.otodoke;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows between modules, and the rules of the house that a compiler does not know. */
@UnitTest
class ModularityTests {
    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("jp.otodoke");
    }

    @Test
    void modulesUseOnlyWhatTheyMay() {
        ApplicationModules.of(OtodokeApplication.class).verify();
    }

    /** A package that is described a second time among the tests hides what its module says of itself. */
    @Test
    void noTestHidesTheDescriptionOfAModule() throws IOException {
        var main = Path.of("src/main/java");
        var test = Path.of("src/test/java");

        try (var files = Files.walk(test)) {
            assertThat(files.filter(file -> file.endsWith("package-info.java"))
                            .filter(file -> Files.exists(main.resolve(test.relativize(file)))))
                    .isEmpty();
        }
    }

    /** Who reads the table from the top has met everything that a module uses before the module itself. */
    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.ja.md"})
    void theReadmeShowsAllModulesAndEachBelowThoseItUses(String readme) throws IOException {
        var shown = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|")
                .matcher(Files.readString(Path.of(readme)))
                .results()
                .map(row -> row.group(1))
                .toList();
        var modules = ApplicationModules.of(OtodokeApplication.class);

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(modules.stream()
                        .map(module -> module.getIdentifier().toString())
                        .toList());
        assertThat(modules.stream().flatMap(module -> module.getDirectDependencies(modules)
                        .uniqueModules()
                        .filter(used -> place(shown, used) > place(shown, module))
                        .map(used -> module.getIdentifier() + " stands above " + used.getIdentifier())))
                .isEmpty();
    }

    private static int place(List<String> shown, ApplicationModule module) {
        return shown.indexOf(module.getIdentifier().toString());
    }

    @Test
    void everyModuleIsClosed() {
        assertThat(ApplicationModules.of(OtodokeApplication.class).stream()
                        .filter(ApplicationModule::isOpen)
                        .map(ApplicationModule::getIdentifier))
                .isEmpty();
    }

    /** Else a room has become a house of its own. */
    @Test
    void noModuleHoldsMoreThanAFifthOfTheCode() throws IOException {
        var modules = ApplicationModules.of(OtodokeApplication.class);
        var lines = new TreeMap<String, Long>();
        try (var files = Files.walk(Path.of("src/main/java/jp/otodoke"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var folder =
                        Path.of("src/main/java").relativize(file.getParent()).toString();
                var module = modules.stream()
                        .map(m -> m.getBasePackage().getName())
                        .filter(p -> (folder.replace('/', '.') + ".").startsWith(p + "."))
                        .max(Comparator.comparingInt(String::length))
                        .orElse("the application itself");
                lines.merge(module, (long) Files.readAllLines(file).size(), Long::sum);
            }
        }
        var all = lines.values().stream().mapToLong(Long::longValue).sum();

        assertThat(lines)
                .allSatisfy((module, size) -> assertThat(size).as(module).isLessThan(all / 5));
    }

    /** The application itself names it in one place, for the profiles that have it. */
    @Test
    void noModuleNeedsTheDemonstration() {
        noClasses()
                .that()
                .resideInAPackage("jp.otodoke.*..")
                .and()
                .resideOutsideOfPackage("jp.otodoke.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jp.otodoke.demo..")
                .check(classes);
    }

    @Test
    void onlyWorkflowAndProcessPackagesKnowTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("jp.otodoke.workflow..", "..process..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(classes);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .check(classes);
    }

    @Test
    void whatIsSaidGoesToTheLog() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(classes);
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Command")
                .should(ACCESS_STANDARD_STREAMS)
                .check(classes);
    }

    @Test
    void nobodyReadsAnotherClockThanTheBusinessClock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("jp.otodoke.shared.BusinessClock")
                .and()
                .doNotHaveFullyQualifiedName("jp.otodoke.platform.clock.ClockSetup")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .check(classes);
    }
}
