package jp.otodoke.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.UUID;
import jp.otodoke.OtodokeTest;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A process whose only case waits where the second version has no step, so that a move leaves it behind. */
@OtodokeTest
class VersionPageTests {
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final MoveCasesToVersion moveCasesToVersion;
    private final MoveCases moveCases;
    private final MockMvcTester mvc;
    private final String process = "page-" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    VersionPageTests(
            RepositoryService repository,
            RuntimeService runtime,
            MoveCasesToVersion moveCasesToVersion,
            MoveCases moveCases,
            MockMvcTester mvc) {
        this.repository = repository;
        this.runtime = runtime;
        this.moveCasesToVersion = moveCasesToVersion;
        this.moveCases = moveCases;
        this.mvc = mvc;
    }

    @BeforeEach
    void twoVersions() {
        deploy("old-wait");
        runtime.startProcessInstanceByKey(process, process + "-1");
        deploy("new-wait");
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
    void theVersionsThePreviewAndTheMoveAreShownInBothLanguages() {
        var move = moveCasesToVersion.start(process, 1);
        moveCases.work();

        for (var path : new String[] {"/versions", "/versions/1/move", "/moves/" + move}) {
            for (var language : new String[] {"ja", "en"}) {
                assertThat(mvc.get()
                                .uri("/processes/" + process + path + "?lang=" + language)
                                .with(user("manager")
                                        .authorities(AuthorityUtils.createAuthorityList(
                                                "ROLE_MANAGER", "VIEW", "OPERATIONS"))))
                        .hasStatusOk()
                        .bodyText()
                        .doesNotContain("??");
            }
        }
    }

    private void deploy(String wait) {
        var model = Bpmn.createExecutableProcess(process)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .receiveTask(wait)
                .endEvent()
                .done();
        repository
                .createDeployment()
                .name(process)
                .addModelInstance(process + ".bpmn", model)
                .deploy();
    }
}
