package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;

/** The diagrams are read by people: on the page of every order and on the live maps. */
@UnitTest
class DiagramTests {
    private record Box(String id, ModelElementInstance level, double left, double top, double right, double bottom) {
        boolean covers(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    @Test
    void noTwoShapesOfOneLevelOverlap() throws IOException {
        var overlaps = new ArrayList<String>();
        for (var diagram : diagrams()) {
            var boxes = boxes(diagram);
            assertThat(boxes).isNotEmpty();
            for (int i = 0; i < boxes.size(); i++) {
                for (var other : boxes.subList(i + 1, boxes.size())) {
                    var one = boxes.get(i);
                    if (one.level().equals(other.level()) && one.covers(other)) {
                        overlaps.add(diagram.getFileName() + ": " + one.id() + " and " + other.id());
                    }
                }
            }
        }

        assertThat(overlaps).isEmpty();
    }

    /** Printed on A4 in landscape, twelve pixels of text are then more than two millimetres high. */
    @Test
    void everyDiagramIsReadableOnOnePage() throws IOException {
        for (var diagram : diagrams()) {
            var boxes = boxes(diagram);
            var width = boxes.stream().mapToDouble(Box::right).max().orElseThrow()
                    - boxes.stream().mapToDouble(Box::left).min().orElseThrow();
            var height = boxes.stream().mapToDouble(Box::bottom).max().orElseThrow()
                    - boxes.stream().mapToDouble(Box::top).min().orElseThrow();

            assertThat(width).as(diagram + " width").isLessThanOrEqualTo(1480);
            assertThat(height).as(diagram + " height").isLessThanOrEqualTo(1040);
        }
    }

    /** An event at the edge of a step lies on it by its nature. */
    private static List<Box> boxes(Path diagram) {
        var boxes = new ArrayList<Box>();
        for (var shape : Bpmn.readModelFromFile(diagram.toFile()).getModelElementsByType(BpmnShape.class)) {
            var element = shape.getBpmnElement();
            if (!(element instanceof BoundaryEvent)) {
                var at = shape.getBounds();
                boxes.add(new Box(
                        element.getId(),
                        element.getParentElement(),
                        at.getX(),
                        at.getY(),
                        at.getX() + at.getWidth(),
                        at.getY() + at.getHeight()));
            }
        }
        return boxes;
    }

    private static List<Path> diagrams() throws IOException {
        try (var files = Files.walk(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList();
        }
    }
}
