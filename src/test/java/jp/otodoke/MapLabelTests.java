package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.junit.jupiter.api.Test;

/**
 * A label outside of its shape is drawn in twelve pixels, wrapped at ninety, centred on the middle of its bounds and
 * hanging from their top; there it must be free, in both languages.
 */
@UnitTest
class MapLabelTests {
    private static final Pattern WORDS = Pattern.compile("[\\x21-\\x7e]+|\\s+|.");
    private static final double WRAPPED_AT = 90;
    private static final double LINE = 14.4;

    private record Box(double left, double top, double right, double bottom) {
        static Box of(Bounds at) {
            return new Box(at.getX(), at.getY(), at.getX() + at.getWidth(), at.getY() + at.getHeight());
        }

        boolean covers(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        /** A gateway is drawn as the diamond within its box. */
        boolean coversDiamond(Box gateway) {
            double middle = (gateway.left + gateway.right) / 2;
            double centre = (gateway.top + gateway.bottom) / 2;
            double x = Math.abs(Math.min(Math.max(middle, left), right) - middle) / (gateway.right - middle);
            double y = Math.abs(Math.min(Math.max(centre, top), bottom) - centre) / (gateway.bottom - centre);
            return x + y < 0.9;
        }
    }

    @Test
    void noLabelLiesOnALineOrAShapeInEitherLanguage() throws IOException {
        var hidden = new ArrayList<String>();
        for (var diagram : diagrams()) {
            for (var reader : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
                hidden.addAll(hidden(Bpmn.readModelFromFile(diagram.toFile()), reader));
            }
        }

        assertThat(hidden).isEmpty();
    }

    private static List<String> hidden(BpmnModelInstance diagram, Locale reader) throws IOException {
        var labels = labels(diagram, reader);
        var hidden = new ArrayList<String>();
        assertThat(labels).isNotEmpty();
        labels.forEach((element, label) -> {
            shapesUnder(label, diagram).map(shape -> element + " on " + shape).forEach(hidden::add);
            edgesUnder(label, diagram).map(edge -> element + " on " + edge).forEach(hidden::add);
            labels.forEach((other, its) -> {
                if (element.compareTo(other) < 0 && label.covers(its)) {
                    hidden.add(element + " on the label of " + other);
                }
            });
        });
        return hidden.stream().map(found -> found + " (" + reader + ")").toList();
    }

    private static Stream<String> shapesUnder(Box label, BpmnModelInstance diagram) {
        return diagram.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> under(label, shape))
                .map(shape -> shape.getBpmnElement().getId());
    }

    private static boolean under(Box label, BpmnShape shape) {
        var box = Box.of(shape.getBounds());
        if (shape.getBpmnElement() instanceof SubProcess) {
            return lines(List.of(
                            new double[] {box.left, box.top},
                            new double[] {box.right, box.top},
                            new double[] {box.right, box.bottom},
                            new double[] {box.left, box.bottom},
                            new double[] {box.left, box.top}))
                    .anyMatch(label::covers);
        }
        return shape.getBpmnElement() instanceof Gateway ? label.coversDiamond(box) : label.covers(box);
    }

    private static Stream<String> edgesUnder(Box label, BpmnModelInstance diagram) {
        return diagram.getModelElementsByType(BpmnEdge.class).stream()
                .filter(edge -> lines(edge.getWaypoints().stream()
                                .map(point -> new double[] {point.getX(), point.getY()})
                                .toList())
                        .anyMatch(label::covers))
                .map(edge -> edge.getBpmnElement().getId());
    }

    private static Stream<Box> lines(List<double[]> points) {
        return Stream.iterate(1, i -> i + 1).limit(points.size() - 1L).map(i -> {
            var from = points.get(i - 1);
            var to = points.get(i);
            return new Box(
                    Math.min(from[0], to[0]) - 1,
                    Math.min(from[1], to[1]) - 1,
                    Math.max(from[0], to[0]) + 1,
                    Math.max(from[1], to[1]) + 1);
        });
    }

    private static Map<String, Box> labels(BpmnModelInstance diagram, Locale reader) throws IOException {
        var process =
                diagram.getModelElementsByType(Process.class).iterator().next().getId();
        var english = MessageFiles.english();
        var labels = new LinkedHashMap<String, Box>();
        for (var label : diagram.getModelElementsByType(BpmnLabel.class)) {
            var parent = label.getParentElement();
            var named = parent instanceof BpmnEdge edge ? edge.getBpmnElement() : ((BpmnShape) parent).getBpmnElement();
            if (named instanceof FlowElement element
                    && element.getName() != null
                    && (element instanceof SequenceFlow || element instanceof Event || element instanceof Gateway)) {
                var drawn = reader.equals(Locale.ENGLISH)
                        ? english.getOrDefault("step." + process + "." + element.getId(), element.getName())
                        : element.getName();
                labels.put(element.getId(), box(drawn, label.getBounds()));
            }
        }
        return labels;
    }

    private static Box box(String text, Bounds at) {
        var widths = new ArrayList<Double>(List.of(0.0));
        for (var found : WORDS.matcher(text).results().toList()) {
            double width = found.group()
                    .chars()
                    .mapToDouble(c -> c > 0x2000 ? 12 : 6.5)
                    .sum();
            int last = widths.size() - 1;
            if (widths.get(last) + width > WRAPPED_AT) {
                widths.add(found.group().isBlank() ? 0 : width);
            } else {
                widths.set(last, widths.get(last) + width);
            }
        }
        double half = widths.stream().mapToDouble(w -> w).max().orElseThrow() / 2;
        double middle = at.getX() + at.getWidth() / 2;
        return new Box(middle - half, at.getY(), middle + half, at.getY() + LINE * widths.size());
    }

    private static List<Path> diagrams() throws IOException {
        try (var files = Files.walk(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList();
        }
    }
}
