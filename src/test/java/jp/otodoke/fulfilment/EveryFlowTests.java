package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import jp.otodoke.FlowsTaken;
import jp.otodoke.OtodokeTest;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Walks the processes from order to delivery on every way that their diagrams show. */
@OtodokeTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryFlowTests implements ReviewAndPaymentWalks, StockAndDayWalks, CancelWalks, ParcelWalks {
    private final Walk walk;
    private final FlowsTaken taken;

    @Autowired
    EveryFlowTests(AutowireCapableBeanFactory beans, FlowsTaken taken) {
        this.walk = beans.createBean(Walk.class);
        this.taken = taken;
    }

    @Override
    public Walk walk() {
        return walk;
    }

    @BeforeEach
    void morning() {
        walk.morning();
    }

    @AfterEach
    void whatMustAlwaysBeTrueIsTrue() {
        walk.allHolds();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everySequenceFlowOfEveryDiagramWasWalked() throws IOException {
        var left = drawn();

        left.removeAll(taken.all());

        assertThat(left).isEmpty();
    }

    private static Set<String> drawn() throws IOException {
        var flows = new TreeSet<String>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/fulfilment/*.bpmn")) {
            var model = Bpmn.readModelFromStream(file.getInputStream());
            var process = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
            model.getModelElementsByType(SequenceFlow.class).forEach(f -> flows.add(process + "/" + f.getId()));
        }
        return flows;
    }
}
