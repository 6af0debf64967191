package jp.otodoke;

import static java.lang.Math.max;
import static java.lang.Math.min;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.otodoke.DrawnDiagram.Edge;
import jp.otodoke.DrawnDiagram.Shape;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;

/** The diagrams are read by people: on the page of every order, on the live maps and on paper. */
@UnitTest
class DiagramTests {
    /** A4 with margins of ten millimetres. */
    private static final double LONG_SIDE = 277;

    private static final double SHORT_SIDE = 190;
    private static final double POINTS_PER_MM = 72 / 25.4;

    /** The smallest label of bpmn-js in pixels, and what it must measure on paper in points. */
    private static final double SMALLEST_LABEL = 11;

    private static final double READABLE = 7;

    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+(?:Delegate|Conditions))\\b");

    @Test
    void noTwoShapesOfOneLevelOverlap() {
        var overlaps = new ArrayList<String>();
        for (var diagram : DrawnDiagram.all()) {
            // An event at the edge of a step lies on it by its nature.
            var shapes = diagram.shapes().stream()
                    .filter(shape -> !(shape.element() instanceof BoundaryEvent))
                    .toList();
            assertThat(shapes).isNotEmpty();
            for (int i = 0; i < shapes.size(); i++) {
                for (var other : shapes.subList(i + 1, shapes.size())) {
                    var one = shapes.get(i);
                    if (level(one).equals(level(other)) && one.box().touches(other.box())) {
                        overlaps.add(diagram + ": " + one.id() + " and " + other.id());
                    }
                }
            }
        }

        assertThat(overlaps).isEmpty();
    }

    @Test
    void everyDiagramIsReadableOnOneSheetOfA4() {
        assertThat(DrawnDiagram.all()).isNotEmpty().allSatisfy(diagram -> assertThat(pointsOfTheSmallestLabel(diagram))
                .as("%s: points of the smallest label, drawn on %s", diagram, diagram.extent())
                .isGreaterThanOrEqualTo(READABLE));
    }

    @Test
    void noFlowCrossesAStep() {
        var crossed = new ArrayList<String>();
        for (var diagram : DrawnDiagram.all()) {
            for (var edge : diagram.edges()) {
                diagram.shapes().stream()
                        .filter(shape -> crosses(edge, shape))
                        .forEach(shape -> crossed.add(diagram + ": " + edge.id() + " and " + shape.id()));
            }
        }

        assertThat(crossed).isEmpty();
    }

    @Test
    void everyDiagramIsNamedAfterItsProcessAndLiesInTheFolderOfTheModuleThatRunsIt() throws IOException {
        for (var diagram : DrawnDiagram.all()) {
            var module = Path.of("bpmn").relativize(diagram.file()).getParent();
            var steps = Path.of("src/main/java/jp/otodoke").resolve(module).resolve("process");

            assertThat(diagram.file()).hasFileName(diagram.process() + ".bpmn");
            assertThat(steps).isDirectory();
            assertThat(beans(diagram.file())).allSatisfy(bean -> assertThat(steps.resolve(bean + ".java"))
                    .as(diagram.file().toString())
                    .exists());
        }
    }

    private static double pointsOfTheSmallestLabel(DrawnDiagram diagram) {
        var drawn = diagram.extent();
        double landscape = min(LONG_SIDE / drawn.width(), SHORT_SIDE / drawn.height());
        double portrait = min(SHORT_SIDE / drawn.width(), LONG_SIDE / drawn.height());
        return SMALLEST_LABEL * max(landscape, portrait) * POINTS_PER_MM;
    }

    /** A flow touches the steps that it joins at their edges, and runs within the subprocess that it belongs to. */
    private static boolean crosses(Edge edge, Shape shape) {
        if (shape.element() instanceof SubProcess && isWithin(edge.element(), shape.element())) {
            return false;
        }
        var inner = new Shape(shape.element(), shape.box().less(3));
        return edge.lines().stream().anyMatch(inner::touches);
    }

    private static boolean isWithin(ModelElementInstance element, ModelElementInstance other) {
        return Stream.iterate(element, step -> step != null, ModelElementInstance::getParentElement)
                .anyMatch(other::equals);
    }

    private static ModelElementInstance level(Shape shape) {
        return shape.element().getParentElement();
    }

    private static List<String> beans(Path diagram) throws IOException {
        return BEAN.matcher(Files.readString(diagram))
                .results()
                .map(bean -> bean.group(1))
                .distinct()
                .map(bean -> bean.substring(0, 1).toUpperCase() + bean.substring(1))
                .toList();
    }
}
