package jp.otodoke.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.shared.Refusal;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A process of two waits, whose second version has lost the second wait. */
@ModuleTest
class VersionMoveTests {
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final Versions versions;
    private final PreviewVersionMove preview;
    private final MoveCasesToVersion moveCasesToVersion;
    private final MoveCases moveCases;
    private final String process = "probe-" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    VersionMoveTests(
            RepositoryService repository,
            RuntimeService runtime,
            Versions versions,
            PreviewVersionMove preview,
            MoveCasesToVersion moveCasesToVersion,
            MoveCases moveCases) {
        this.repository = repository;
        this.runtime = runtime;
        this.versions = versions;
        this.preview = preview;
        this.moveCasesToVersion = moveCasesToVersion;
        this.moveCases = moveCases;
    }

    @BeforeEach
    void twoVersionsWithCasesOnTheFirst() {
        deploy("first-wait", "second-wait");
        runtime.startProcessInstanceByKey(process, process + "-1");
        runtime.startProcessInstanceByKey(process, process + "-2");
        var third = runtime.startProcessInstanceByKey(process, process + "-3");
        runtime.signal(runtime.createExecutionQuery()
                .processInstanceId(third.getId())
                .activityId("first-wait")
                .singleResult()
                .getId());
        deploy("first-wait", "another-wait");
    }

    @AfterEach
    void gone() {
        repository
                .createDeploymentQuery()
                .deploymentName(process)
                .list()
                .forEach(d -> repository.deleteDeployment(d.getId(), true));
    }

    @Test
    void runningCasesStayOnTheirVersion() {
        assertThat(versions.of(process))
                .extracting(Versions.Version::number, Versions.Version::running)
                .containsExactly(Tuple.tuple(2, 0L), Tuple.tuple(1, 3L));
    }

    @Test
    void thePreviewSaysWhatThenComesTrue() {
        var all = versions.of(process);

        var groups = preview.of(all.get(1).definition(), all.get(0).definition());

        assertThat(groups)
                .extracting(
                        PreviewVersionMove.Group::steps,
                        PreviewVersionMove.Group::cases,
                        PreviewVersionMove.Group::obstacle)
                .containsExactly(
                        Tuple.tuple("first-wait", 2L, null),
                        Tuple.tuple("second-wait", 1L, "no-counterpart:second-wait"));
        assertThat(versions.of(process).get(1).running())
                .as("a preview moves nothing")
                .isEqualTo(3);

        var move = moveCasesToVersion.start(process, 1);
        assertThatThrownBy(() -> moveCasesToVersion.start(process, 1)).isInstanceOf(Refusal.class);
        moveCases.work();

        var outcome = versions.move(move).orElseThrow();
        assertThat(outcome.moved()).isEqualTo(2);
        assertThat(outcome.leftBehind()).isEqualTo(1);
        assertThat(outcome.endedAt()).isNotNull();
        assertThat(versions.left(move)).singleElement().returns(process + "-3", Versions.Left::businessKey);
        assertThat(versions.of(process)).extracting(Versions.Version::running).containsExactly(2L, 1L);
    }

    @Test
    void theNewestVersionIsNotMoved() {
        assertThatThrownBy(() -> moveCasesToVersion.start(process, 2)).hasMessageContaining("versions.newest");
        assertThatThrownBy(() -> moveCasesToVersion.start(process, 9)).hasMessageContaining("versions.not-found");
    }

    @Test
    void callerAndCalledAreMovedEachByItself() {
        var outer = process + "-outer";
        deployCaller(outer, "before");
        var started = runtime.startProcessInstanceByKey(outer, outer + "-1");
        deployCaller(outer, "later");

        var move = moveCasesToVersion.start(outer, 1);
        moveCases.work();

        assertThat(versions.move(move).orElseThrow().moved()).isOne();
        assertThat(versions.of(outer)).extracting(Versions.Version::running).containsExactly(1L, 0L);
        var called = runtime.createProcessInstanceQuery()
                .superProcessInstanceId(started.getId())
                .singleResult();
        for (var wait : List.of("first-wait", "another-wait")) {
            runtime.signal(runtime.createExecutionQuery()
                    .processInstanceId(called.getId())
                    .activityId(wait)
                    .singleResult()
                    .getId());
        }
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(outer + "-1")
                        .count())
                .as("the caller goes on when the called process has ended")
                .isZero();
    }

    private void deployCaller(String id, String documentation) {
        var model = Bpmn.createExecutableProcess(id)
                .documentation(documentation)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .callActivity("call")
                .calledElement(process)
                .camundaInBusinessKey("#{execution.processBusinessKey}")
                .endEvent()
                .done();
        repository
                .createDeployment()
                .name(process)
                .addModelInstance(id + ".bpmn", model)
                .deploy();
    }

    private void deploy(String first, String second) {
        var model = Bpmn.createExecutableProcess(process)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .receiveTask(first)
                .receiveTask(second)
                .endEvent()
                .done();
        repository
                .createDeployment()
                .name(process)
                .addModelInstance(process + ".bpmn", model)
                .deploy();
    }
}
