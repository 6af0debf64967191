package jp.otodoke.fulfilment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.otodoke.OtodokeTest;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Diagrams name beans, messages and tasks; each name has its counterpart. */
@OtodokeTest
class BpmnWiringTests {
    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)[.}(]");
    private static final Set<String> VARIABLES = Set.of("decision", "allocated");

    private final ApplicationContext beans;
    private final MessageSource messages;

    @Autowired
    BpmnWiringTests(ApplicationContext beans, MessageSource messages) {
        this.beans = beans;
        this.messages = messages;
    }

    @Test
    void everyNamedBeanExists() throws IOException {
        var named = new TreeSet<String>();
        for (var file : files()) {
            var beans = BEAN.matcher(file.getContentAsString(StandardCharsets.UTF_8));
            beans.results().forEach(r -> named.add(r.group(1)));
        }
        named.removeAll(VARIABLES);

        assertThat(named)
                .isNotEmpty()
                .allSatisfy(n -> assertThat(beans.containsBean(n)).as(n).isTrue());
    }

    @Test
    void everyMessageHasItsConstant() throws Exception {
        var constants = constants(OrderProcess.class);
        constants.addAll(constants(ShipmentProcess.class));
        constants.addAll(constants(WaveProcess.class));
        constants.addAll(constants(Class.forName("jp.otodoke.dunning.process.DunningProcess")));

        var named = models().stream()
                .flatMap(m -> m.getModelElementsByType(Message.class).stream())
                .map(Message::getName)
                .collect(Collectors.toSet());

        assertThat(constants).containsAll(named);
    }

    @Test
    void everyTaskSaysWhatMayBeDecidedByWhomAndWhenInBothLanguages() throws IOException {
        var missing = new ArrayList<String>();
        for (var model : models()) {
            for (var task : model.getModelElementsByType(UserTask.class)) {
                assertThat(task.getCamundaCandidateGroupsList())
                        .as(task.getId())
                        .hasSize(1);
                assertThat(property(task, "due")).as(task.getId()).startsWith("P");
                var keys = new ArrayList<>(List.of("task." + task.getId() + ".title"));
                Arrays.stream(property(task, "decisions").split(","))
                        .forEach(d -> keys.add("task." + task.getId() + "." + d));
                for (var key : keys) {
                    for (var language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
                        if ("".equals(messages.getMessage(key, null, "", language))) {
                            missing.add(key + " " + language);
                        }
                    }
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void everyProcessSaysHowLongItsHistoryIsKept() throws IOException {
        assertThat(models()).isNotEmpty().allSatisfy(m -> assertThat(m.getModelElementsByType(Process.class))
                .allSatisfy(
                        p -> assertThat(p.getCamundaHistoryTimeToLiveString()).startsWith("P")));
    }

    @Test
    void everyConditionAsksABeanOrADecision() throws IOException {
        assertThat(models()).allSatisfy(m -> assertThat(m.getModelElementsByType(ConditionExpression.class))
                .allSatisfy(c -> assertThat(c.getTextContent()).matches("\\$\\{.+}")));
    }

    @Test
    void everyCallNamesAProcessOfOursAndHandsItsBusinessKeyOn() throws IOException {
        var processes = models().stream()
                .flatMap(m -> m.getModelElementsByType(Process.class).stream())
                .map(Process::getId)
                .toList();
        var calls = models().stream()
                .flatMap(m -> m.getModelElementsByType(CallActivity.class).stream())
                .toList();

        assertThat(calls).isNotEmpty().allSatisfy(call -> {
            assertThat(processes).contains(call.getCalledElement());
            assertThat(call.getExtensionElements().getChildElementsByType(CamundaIn.class))
                    .as(call.getId())
                    .singleElement()
                    .returns("#{execution.processBusinessKey}", CamundaIn::getCamundaBusinessKey);
        });
    }

    @Test
    void everyGatewayAsksAndEachWayOutIsAnAnswerInBothLanguages() throws IOException {
        for (var model : models()) {
            var process = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
            for (var gateway : model.getModelElementsByType(ExclusiveGateway.class)) {
                var english = messages.getMessage("step." + process + "." + gateway.getId(), null, "", Locale.ENGLISH);
                assertThat(gateway.getName())
                        .as(process + "/" + gateway.getId())
                        .matches(".+[??]");
                assertThat(english).as(process + "/" + gateway.getId()).endsWith("?");
                assertThat(gateway.getOutgoing()).hasSizeGreaterThan(1).allSatisfy(way -> assertThat(way.getName())
                        .as(process + "/" + way.getId())
                        .isNotBlank());
            }
        }
    }

    private static String property(UserTask task, String name) {
        return task.getExtensionElements().getChildElementsByType(CamundaProperties.class).stream()
                .flatMap(p -> p.getCamundaProperties().stream())
                .filter(p -> p.getCamundaName().equals(name))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse("");
    }

    private static TreeSet<String> constants(Class<?> life) {
        return Arrays.stream(life.getDeclaredFields())
                .filter(f -> f.getType() == String.class)
                .map(BpmnWiringTests::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String value(Field constant) {
        try {
            constant.setAccessible(true);
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Resource[] files() throws IOException {
        return new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/**/*.bpmn");
    }

    private static List<BpmnModelInstance> models() throws IOException {
        var models = new ArrayList<BpmnModelInstance>();
        for (var file : files()) {
            models.add(Bpmn.readModelFromStream(file.getInputStream()));
        }
        return models;
    }
}
