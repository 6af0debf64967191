package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.Test;

/** Nobody reads the id of a step: each has its name, Japanese in the diagram, English among the messages. */
@UnitTest
class StepWordsTests {
    @Test
    void everyStepHasItsNameInBothLanguages() throws IOException {
        var japanese = MessageFiles.japanese();
        var english = MessageFiles.english();
        var nameless = new ArrayList<String>();
        int steps = 0;
        for (var diagram : diagrams()) {
            var model = Bpmn.readModelFromFile(diagram.toFile());
            var process = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
            for (var node : model.getModelElementsByType(FlowNode.class)) {
                if ((node instanceof Activity && !(node instanceof SubProcess)) || node instanceof CatchEvent) {
                    var key = "step." + process + "." + node.getId();
                    steps++;
                    if (node.getName() == null && !japanese.containsKey(key)) {
                        nameless.add(key + " (ja)");
                    }
                    if (!english.containsKey(key)) {
                        nameless.add(key + " (en)");
                    }
                }
            }
        }

        assertThat(steps).isGreaterThan(50);
        assertThat(nameless).isEmpty();
    }

    /** Gateways, ends and arrows too: a manager abroad reads the whole map. */
    @Test
    void everyLabelOfTheDrawnMapsHasItsEnglish() throws IOException {
        var english = MessageFiles.english();
        var japaneseOnly = new ArrayList<String>();
        int labels = 0;
        for (var diagram : diagrams()) {
            var model = Bpmn.readModelFromFile(diagram.toFile());
            var process = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
            for (var element : model.getModelElementsByType(FlowElement.class)) {
                if (element.getName() != null) {
                    labels++;
                    var key = "step." + process + "." + element.getId();
                    if (!english.containsKey(key)) {
                        japaneseOnly.add(key);
                    }
                }
            }
        }

        assertThat(labels).isGreaterThan(100);
        assertThat(japaneseOnly).isEmpty();
    }

    private static List<Path> diagrams() throws IOException {
        try (var files = Files.walk(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList();
        }
    }
}
