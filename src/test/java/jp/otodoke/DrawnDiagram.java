package jp.otodoke;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/**
 * A diagram as bpmn-js draws it, in pixels. A label outside of its shape is wrapped at ninety, centred on the middle of its
 * bounds and hanging from their top; a label within a step is wrapped at the step's width less its padding.
 */
final class DrawnDiagram {
    private static final Pattern WORDS = Pattern.compile("[\\x21-\\x7e]+|\\s+|.");
    private static final double WRAPPED_AT = 90;
    private static final double PADDING = 5;
    private static final double LINE = 14.4;

    private final Path file;
    private final BpmnModelInstance model;
    private final Map<String, String> english = MessageFiles.english();

    private DrawnDiagram(Path file) {
        this.file = file;
        this.model = Bpmn.readModelFromFile(file.toFile());
    }

    static List<DrawnDiagram> all() {
        try (var files = Files.walk(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(DrawnDiagram::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return file;
    }

    String process() {
        return model.getModelElementsByType(Process.class).iterator().next().getId();
    }

    List<Shape> shapes() {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .map(shape -> new Shape(shape.getBpmnElement(), Box.of(shape.getBounds())))
                .toList();
    }

    List<Edge> edges() {
        return model.getModelElementsByType(BpmnEdge.class).stream()
                .map(edge -> new Edge(edge.getBpmnElement(), lines(edge)))
                .toList();
    }

    /** The labels outside of their shapes, by the id of what they name. */
    Map<String, Box> labels(Locale reader) {
        var labels = new LinkedHashMap<String, Box>();
        for (var label : model.getModelElementsByType(BpmnLabel.class)) {
            var parent = label.getParentElement();
            var named = parent instanceof BpmnEdge edge ? edge.getBpmnElement() : ((BpmnShape) parent).getBpmnElement();
            if (named instanceof FlowElement element && element.getName() != null) {
                labels.put(element.getId(), outside(name(element, reader), label.getBounds()));
            }
        }
        return labels;
    }

    /** The label of a step, wrapped within its shape. */
    Box labelWithin(Shape step, Locale reader) {
        var at = step.box();
        var lines = wrapped(name((FlowElement) step.element(), reader), at.width() - 2 * PADDING);
        double half = lines.stream().mapToDouble(w -> w).max().orElseThrow() / 2;
        double height = LINE * lines.size();
        double middle = (at.left() + at.right()) / 2;
        double centre = (at.top() + at.bottom()) / 2;
        return new Box(middle - half, centre - height / 2, middle + half, centre + height / 2);
    }

    /** All that is drawn. */
    Box extent() {
        return Stream.of(
                        shapes().stream().map(Shape::box),
                        edges().stream().flatMap(edge -> edge.lines().stream()),
                        Stream.of(Locale.JAPANESE, Locale.ENGLISH).flatMap(reader -> labels(reader).values().stream()))
                .flatMap(boxes -> boxes)
                .reduce(Box::with)
                .orElseThrow();
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private String name(FlowElement element, Locale reader) {
        return reader.equals(Locale.ENGLISH)
                ? english.getOrDefault("step." + process() + "." + element.getId(), element.getName())
                : element.getName();
    }

    private static List<Box> lines(BpmnEdge edge) {
        var points = List.copyOf(edge.getWaypoints());
        return IntStream.range(1, points.size())
                .mapToObj(i -> {
                    var from = points.get(i - 1);
                    var to = points.get(i);
                    return new Box(
                            Math.min(from.getX(), to.getX()) - 1,
                            Math.min(from.getY(), to.getY()) - 1,
                            Math.max(from.getX(), to.getX()) + 1,
                            Math.max(from.getY(), to.getY()) + 1);
                })
                .toList();
    }

    private static Box outside(String text, Bounds at) {
        var lines = wrapped(text, WRAPPED_AT);
        double half = lines.stream().mapToDouble(w -> w).max().orElseThrow() / 2;
        double middle = at.getX() + at.getWidth() / 2;
        return new Box(middle - half, at.getY(), middle + half, at.getY() + LINE * lines.size());
    }

    /** The width of each line at a size of twelve pixels. */
    private static List<Double> wrapped(String text, double room) {
        var widths = new ArrayList<Double>(List.of(0.0));
        for (var found : WORDS.matcher(text).results().toList()) {
            double width = found.group()
                    .chars()
                    .mapToDouble(c -> c > 0x2000 ? 12 : 6.5)
                    .sum();
            int last = widths.size() - 1;
            if (widths.get(last) + width > room) {
                widths.add(found.group().isBlank() ? 0 : width);
            } else {
                widths.set(last, widths.get(last) + width);
            }
        }
        return widths;
    }

    record Shape(BaseElement element, Box box) {
        String id() {
            return element.getId();
        }

        /** A gateway is drawn as the diamond within its box. */
        boolean touches(Box other) {
            return element instanceof Gateway ? box.diamondTouches(other) : box.touches(other);
        }
    }

    record Edge(BaseElement element, List<Box> lines) {
        String id() {
            return element.getId();
        }
    }

    record Box(double left, double top, double right, double bottom) {
        static Box of(Bounds at) {
            return new Box(at.getX(), at.getY(), at.getX() + at.getWidth(), at.getY() + at.getHeight());
        }

        double width() {
            return right - left;
        }

        double height() {
            return bottom - top;
        }

        boolean touches(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean holds(Box other) {
            return left <= other.left && top <= other.top && other.right <= right && other.bottom <= bottom;
        }

        Box with(Box other) {
            return new Box(
                    Math.min(left, other.left),
                    Math.min(top, other.top),
                    Math.max(right, other.right),
                    Math.max(bottom, other.bottom));
        }

        Box less(double margin) {
            return new Box(left + margin, top + margin, right - margin, bottom - margin);
        }

        List<Box> outline() {
            return List.of(
                    new Box(left - 1, top - 1, right + 1, top + 1),
                    new Box(right - 1, top - 1, right + 1, bottom + 1),
                    new Box(left - 1, bottom - 1, right + 1, bottom + 1),
                    new Box(left - 1, top - 1, left + 1, bottom + 1));
        }

        private boolean diamondTouches(Box other) {
            double middle = (left + right) / 2;
            double centre = (top + bottom) / 2;
            double x = Math.abs(Math.min(Math.max(middle, other.left), other.right) - middle) / (right - middle);
            double y = Math.abs(Math.min(Math.max(centre, other.top), other.bottom) - centre) / (bottom - centre);
            return x + y < 0.9;
        }
    }
}
