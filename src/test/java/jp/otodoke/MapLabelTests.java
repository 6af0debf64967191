package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.otodoke.DrawnDiagram.Box;
import jp.otodoke.DrawnDiagram.Shape;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.Test;

/** Labels of the process maps are free of lines, shapes and symbols, in both languages. */
@UnitTest
class MapLabelTests {
    private static final List<Locale> READERS = List.of(Locale.JAPANESE, Locale.ENGLISH);

    /** The symbol of its kind at the top of a step, the mark of a call at its bottom. */
    private static final double SYMBOLS = 24;

    @Test
    void noLabelLiesOnALineOrAShapeInEitherLanguage() {
        var hidden = new ArrayList<String>();
        for (var diagram : DrawnDiagram.all()) {
            for (var reader : READERS) {
                hidden(diagram, reader)
                        .map(found -> diagram + ": " + found + " (" + reader + ")")
                        .forEach(hidden::add);
            }
        }

        assertThat(hidden).isEmpty();
    }

    @Test
    void everyStepHasRoomForItsLabelBesideItsSymbolsInEitherLanguage() {
        var cut = new ArrayList<String>();
        for (var diagram : DrawnDiagram.all()) {
            for (var step : diagram.shapes()) {
                if (step.element() instanceof Activity && !(step.element() instanceof SubProcess)) {
                    var box = step.box();
                    var room = new Box(box.left(), box.top() + SYMBOLS, box.right(), box.bottom() - SYMBOLS);
                    READERS.stream()
                            .filter(reader -> !room.holds(diagram.labelWithin(step, reader)))
                            .forEach(reader -> cut.add(diagram + ": " + step.id() + " (" + reader + ")"));
                }
            }
        }

        assertThat(cut).isEmpty();
    }

    private static Stream<String> hidden(DrawnDiagram diagram, Locale reader) {
        var labels = diagram.labels(reader);
        assertThat(labels).isNotEmpty();
        return labels.entrySet().stream().flatMap(named -> {
            var label = named.getValue();
            var shapes = diagram.shapes().stream()
                    .filter(shape -> isUnder(label, shape))
                    .map(shape -> named.getKey() + " on " + shape.id());
            var lines = diagram.edges().stream()
                    .filter(edge -> edge.lines().stream().anyMatch(label::touches))
                    .map(edge -> named.getKey() + " on " + edge.id());
            var others = labels.entrySet().stream()
                    .filter(other -> named.getKey().compareTo(other.getKey()) < 0)
                    .filter(other -> label.touches(other.getValue()))
                    .map(other -> named.getKey() + " on the label of " + other.getKey());
            return Stream.of(shapes, lines, others).flatMap(found -> found);
        });
    }

    private static boolean isUnder(Box label, Shape shape) {
        return shape.element() instanceof SubProcess
                ? shape.box().outline().stream().anyMatch(label::touches)
                : shape.touches(label);
    }
}
