package jp.otodoke;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
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
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.partners.exchange.FileFormat;
import jp.otodoke.partners.exchange.OutgoingCall;
import jp.otodoke.partners.exchange.OutgoingFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.transaction.annotation.Transactional;

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

    /** What changes something, listens or exchanges files does so by rules that are tested without the other modules. */
    @Test
    void everyModuleThatDoesSomethingHasATestOfItsOwn() throws IOException {
        var modules = ApplicationModules.of(OtodokeApplication.class);
        var tested = PyramidTests.testClasses().stream()
                .filter(test -> PyramidTests.tags(test).contains("module"))
                .map(test -> moduleOf(modules, test.getPackageName()))
                .collect(Collectors.toSet());
        var acting = classes.stream()
                .filter(ModularityTests::doesSomething)
                .map(type -> moduleOf(modules, type.getPackageName()))
                .collect(Collectors.toCollection(TreeSet::new));
        new SqlBoundaries(Path.of("src/main")).modules().forEach(folder -> acting.add(folder.replace('/', '.')));

        assertThat(acting).contains("orders", "partners.carrier", "importing", "desk.orderentry");
        assertThat(tested).containsAll(acting);
    }

    private static boolean doesSomething(JavaClass type) {
        return Stream.of(FileFormat.class, OutgoingFormat.class, OutgoingCall.class)
                        .anyMatch(exchanged -> type.isAssignableTo(exchanged) && !type.isInterface())
                || type.getMethods().stream()
                        .anyMatch(method -> method.isAnnotatedWith(EventListener.class)
                                || method.isMetaAnnotatedWith(EventListener.class)
                                || method.tryGetAnnotationOfType(Transactional.class)
                                        .filter(transaction -> !transaction.readOnly())
                                        .isPresent());
    }

    private static String moduleOf(ApplicationModules modules, String folder) {
        return modules.stream()
                .filter(module ->
                        (folder + ".").startsWith(module.getBasePackage().getName() + "."))
                .max(Comparator.comparingInt(
                        module -> module.getBasePackage().getName().length()))
                .map(module -> module.getIdentifier().toString())
                .orElse("the application itself");
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
                var module = moduleOf(modules, folder.replace('/', '.'));
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
