package jp.otodoke;

import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Writes down every sequence flow that any case takes, as {@code process/flow}. */
public class FlowsTaken extends AbstractBpmnParseListener implements BeanPostProcessor {
    private final Set<String> taken = new ConcurrentSkipListSet<>();

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof SpringProcessEngineConfiguration settings) {
            var listeners = new ArrayList<BpmnParseListener>(settings.getCustomPostBPMNParseListeners());
            listeners.add(this);
            settings.setCustomPostBPMNParseListeners(listeners);
        }
        return bean;
    }

    @Override
    public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
        var process = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
        ExecutionListener write = step -> taken.add(process + "/" + transition.getId());
        transition.addListener(ExecutionListener.EVENTNAME_TAKE, write);
    }

    public Set<String> all() {
        return new TreeSet<>(taken);
    }
}
