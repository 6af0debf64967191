package jp.otodoke.workflow.web;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.workflow.ProcessMonitor.ProcessState;
import jp.otodoke.workflow.ProcessMonitor.StepState;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The overlays of a process diagram: cases per step, their age compared with the target, and incidents. */
@Component
class StepOverlays {
    private final JsonMapper json;
    private final Formats formats;

    StepOverlays(JsonMapper json, Formats formats) {
        this.json = json;
        this.formats = formats;
    }

    String of(ProcessState process) {
        var marks = new LinkedHashMap<String, Mark>();
        for (var step : process.steps()) {
            if (ProcessCard.atStep(step) + step.incidents() > 0) {
                marks.put(step.id(), mark(process.id(), step));
            }
        }
        return json.writeValueAsString(Map.of("marks", marks));
    }

    private Mark mark(String process, StepState step) {
        var words = new StringBuilder(formats.text("step." + process + "." + step.id(), step.name()))
                .append(": ")
                .append(text("processes.cases", formats.number(ProcessCard.atStep(step))));
        if (step.oldest() != null) {
            words.append(" / ").append(text("processes.oldest")).append(' ').append(formats.ago(step.oldest()));
        }
        if (step.late() > 0) {
            words.append(" / ").append(text("processes.late", formats.number(step.late())));
        }
        if (step.over() > 0) {
            words.append(" / ").append(text("processes.over", formats.number(step.over())));
        }
        if (step.incidents() > 0) {
            words.append(" / ").append(text("processes.stuck", formats.number(step.incidents())));
        }
        return new Mark(
                ProcessCard.atStep(step),
                step.incidents(),
                ProcessCard.tone(step),
                words.toString(),
                "/processes/" + process + "?step=" + step.id());
    }

    private String text(String key, Object... arguments) {
        return BilingualText.of(key, arguments).in(LocaleContextHolder.getLocale());
    }

    /**
     * @param bad number of stuck cases
     * @param tone age compared with the target
     */
    record Mark(long n, long bad, String tone, String title, String href) {}
}
