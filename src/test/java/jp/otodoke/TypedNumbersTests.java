package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.Test;

/** A number is a value of its own type, except where text comes in or goes out. */
@UnitTest
class TypedNumbersTests {
    /** A field, parameter or method whose name ends so. */
    private static final Pattern NUMBER = Pattern.compile("(?i).*((order|customer|shipment)Number|sku|itemCode)s?");

    /** Pages and APIs speak text, and so do the engine's business keys and the simulated systems of partners. */
    private static final Set<String> BOUNDARY = Set.of("web", "api", "process", "simulators");

    /** What was typed or read from a file holds text, which may be wrong or missing, until it is checked. */
    private static final Pattern UNCHECKED = Pattern.compile(".*(Form|Row)|ShopOrder|ProductData|ProductCheck");

    @Test
    void noNumberIsPlainTextInsideTheBoundary() {
        assertThat(new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests()).importPackages("jp.otodoke").stream()
                                .filter(type -> !atBoundary(type))
                                .flatMap(TypedNumbersTests::plainTexts))
                .isEmpty();
    }

    @Test
    void seesFieldsMethodsAndParametersThatArePlainText() {
        var type = new ClassFileImporter().importClass(Sample.class);

        assertThat(plainTexts(type))
                .allSatisfy(found -> assertThat(found).contains("Sample"))
                .extracting(found -> found.replaceFirst(".*Sample\\.", ""))
                .containsExactlyInAnyOrder(
                        "itsOrderNumber", "orderNumbers", "sku", "orderNumber()", "find(customerNumber)");
    }

    private static boolean atBoundary(JavaClass type) {
        return Arrays.stream(type.getPackageName().split("\\.")).anyMatch(BOUNDARY::contains)
                || UNCHECKED.matcher(outermost(type).getSimpleName()).matches();
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(TypedNumbersTests::outermost).orElse(type);
    }

    private static Stream<String> plainTexts(JavaClass type) {
        var fields = type.getFields().stream()
                .filter(field -> isNumber(field.getName()) && isText(field.getType()))
                .map(field -> type.getName() + "." + field.getName());
        var methods = type.getMethods().stream()
                .filter(method -> !isGenerated(method) && !isAccessor(type, method))
                .filter(method -> isNumber(method.getName()) && isText(method.getReturnType()))
                .map(method -> type.getName() + "." + method.getName() + "()");
        var parameters = type.getMethods().stream()
                .filter(method -> !isGenerated(method))
                .flatMap(method -> parameters(method).map(name -> type.getName() + "." + method.getName() + name));
        return Stream.of(fields, methods, parameters).flatMap(found -> found);
    }

    private static Stream<String> parameters(JavaCodeUnit method) {
        var names = ((Executable) method.reflect()).getParameters();
        return IntStream.range(0, names.length)
                .filter(i -> isNumber(names[i].getName())
                        && isText(method.getParameters().get(i).getType()))
                .mapToObj(i -> "(" + names[i].getName() + ")");
    }

    private static boolean isNumber(String name) {
        return NUMBER.matcher(name).matches();
    }

    private static boolean isText(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().anyMatch(raw -> raw.isEquivalentTo(String.class));
    }

    private static boolean isGenerated(JavaCodeUnit method) {
        return method.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean isAccessor(JavaClass type, JavaCodeUnit method) {
        return type.isRecord() && type.tryGetField(method.getName()).isPresent();
    }

    @SuppressWarnings("unused")
    private record Sample(
            String itsOrderNumber, Set<String> orderNumbers, String sku, OrderNumber typedOrderNumber, String other) {
        static String orderNumber() {
            return "";
        }

        static void find(String customerNumber, OrderNumber typedOrderNumber) {}
    }
}
