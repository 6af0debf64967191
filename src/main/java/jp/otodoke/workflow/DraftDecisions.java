package jp.otodoke.workflow;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.shared.BilingualText;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;

/** Reads decision tables that are not deployed, to be tried on what was decided before. */
@Component
public class DraftDecisions {
    /** @param file a DMN file; what is wrong with it stands in the answer */
    public DraftDecision read(String table, byte[] file, DecisionCheck check) {
        DmnModelInstance model;
        try {
            model = Dmn.readModelFromStream(new ByteArrayInputStream(file));
        } catch (ModelException unreadable) {
            return refused(BilingualText.of("decision.problem.unreadable"));
        }
        var problems = new DecisionTexts(model).problems(table, check);
        return problems.isEmpty() ? parsed(table, model) : new DraftDecision(problems, null, null);
    }

    private static DraftDecision parsed(String table, DmnModelInstance model) {
        var engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try {
            return new DraftDecision(List.of(), engine, engine.parseDecision(table, model));
        } catch (DmnEngineException unreadable) {
            return refused(BilingualText.of("decision.problem.no-table", table));
        }
    }

    private static DraftDecision refused(BilingualText problem) {
        return new DraftDecision(
                Stream.of(problem)
                        .map(text -> text.japanese() + " / " + text.english())
                        .toList(),
                null,
                null);
    }
}
