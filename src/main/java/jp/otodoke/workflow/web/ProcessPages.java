package jp.otodoke.workflow.web;

import jp.otodoke.shared.Refusal;
import jp.otodoke.workflow.Cases;
import jp.otodoke.workflow.DecisionTables;
import jp.otodoke.workflow.ProcessMonitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The live maps of all processes, and the cases behind their numbers. */
@Controller
class ProcessPages {
    private static final int SIZE = 50;

    private final ProcessMonitor monitor;
    private final DecisionTables decisions;
    private final Cases cases;

    ProcessPages(ProcessMonitor monitor, DecisionTables decisions, Cases cases) {
        this.monitor = monitor;
        this.decisions = decisions;
        this.cases = cases;
    }

    @GetMapping("/processes")
    String overview(Model model) {
        model.addAttribute(
                "processes", monitor.all().stream().map(ProcessCard::of).toList());
        model.addAttribute("decisions", decisions.all());
        return "workflow/processes";
    }

    @GetMapping("/processes/{process}")
    String process(
            @PathVariable String process,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var card = monitor.all().stream()
                .filter(p -> p.id().equals(process))
                .map(ProcessCard::of)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("process.not-found", process));
        model.addAttribute("process", card);
        var at = card.steps().stream().filter(s -> s.id().equals(step)).findFirst();
        if (step != null && at.isPresent()) {
            model.addAttribute("step", at.get());
            model.addAttribute("cases", cases.at(process, step, page * SIZE, SIZE));
            model.addAttribute("total", cases.count(process, step));
            model.addAttribute("page", page);
            model.addAttribute("size", SIZE);
        }
        return "workflow/process";
    }

    @GetMapping(path = "/processes/{process}/diagram.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String diagram(@PathVariable String process) {
        return monitor.diagram(process);
    }
}
