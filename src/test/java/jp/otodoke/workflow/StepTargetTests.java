package jp.otodoke.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Duration;
import java.util.ArrayList;
import jp.otodoke.ModuleTest;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ModuleTest
class StepTargetTests {
    private final StepTargets targets;
    private final ChangeStepTarget changeStepTarget;
    private final ModelSteps steps;
    private final MockMvcTester mvc;

    @Autowired
    StepTargetTests(StepTargets targets, ChangeStepTarget changeStepTarget, ModelSteps steps, MockMvcTester mvc) {
        this.targets = targets;
        this.changeStepTarget = changeStepTarget;
        this.steps = steps;
        this.mvc = mvc;
    }

    @Test
    void everyStepOfTheBusinessWhereACaseCanWaitHasATarget() {
        var missing = new ArrayList<String>();
        for (var process : new String[] {"order", "shipment", "ship-wave"}) {
            steps.steps(process).values().stream()
                    .filter(ModelSteps.ModelStep::waits)
                    .filter(s -> targets.of(process, s.id()).isEmpty())
                    .forEach(s -> missing.add(process + "/" + s.id()));
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void aChangeIsStoredWithItsAuthorAndThePreviousValue() {
        var before = targets.of("shipment", "await-delivery").orElseThrow();
        var target = before.target().plusHours(1);

        var page = mvc.post()
                .uri("/processes/targets")
                .param("process", "shipment")
                .param("step", "await-delivery")
                .param("target", String.valueOf(target.toHours()))
                .param("targetUnit", "HOURS")
                .param("limit", "11")
                .param("limitUnit", "DAYS")
                .with(csrf())
                .with(user("manager").authorities(AuthorityUtils.createAuthorityList("VIEW", "OPERATIONS")))
                .exchange();

        assertThat(page).hasStatus3xxRedirection();
        var now = targets.of("shipment", "await-delivery").orElseThrow();
        assertThat(now.target()).isEqualTo(target);
        assertThat(now.limit()).isEqualTo(Duration.ofDays(11));
        assertThat(targets.changes(1).get(0))
                .returns("manager", StepTargets.Change::by)
                .returns(before.target(), StepTargets.Change::targetBefore)
                .returns(target, StepTargets.Change::target);
    }

    @Test
    void whatIsTheSameIsNoChange() {
        var before = targets.of("secure-payment", "await-card").orElseThrow();
        var changes = targets.changes(100).size();

        assertThat(changeStepTarget.change("secure-payment", "await-card", before.target(), before.limit()))
                .isFalse();
        assertThat(targets.changes(100)).hasSize(changes);
    }

    @Test
    void aLimitBelowItsTargetIsRefused() {
        assertThatThrownBy(
                        () -> changeStepTarget.change("order", "await-stock", Duration.ofDays(3), Duration.ofDays(2)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> changeStepTarget.change("order", "await-stock", Duration.ZERO, Duration.ofDays(2)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aStepThatNoDiagramHasIsRefused() {
        assertThatThrownBy(
                        () -> changeStepTarget.change("order", "no-such-step", Duration.ofDays(1), Duration.ofDays(2)))
                .isInstanceOf(Refusal.class);
    }
}
