package jp.otodoke.workflow.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.otodoke.shared.Refusal;
import jp.otodoke.workflow.CaseDetailsLookup;
import jp.otodoke.workflow.Cases;
import jp.otodoke.workflow.DecisionTables;
import jp.otodoke.workflow.LocalizedDiagram;
import jp.otodoke.workflow.ProcessMonitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Live diagrams of all processes, and the cases behind their numbers. */
@Controller
class ProcessPage {
    private static final int SIZE = 50;

    private final ProcessMonitor monitor;
    private final StepOverlays marks;
    private final LocalizedDiagram drawn;
    private final DecisionTables decisions;
    private final DecisionTableTexts words;
    private final Cases cases;
    private final CaseDetailsLookup caseDetails;
    private final ProcessTrends processTrends;

    ProcessPage(
            ProcessMonitor monitor,
            StepOverlays marks,
            LocalizedDiagram drawn,
            DecisionTables decisions,
            DecisionTableTexts words,
            Cases cases,
            CaseDetailsLookup caseDetails,
            ProcessTrends processTrends) {
        this.monitor = monitor;
        this.marks = marks;
        this.drawn = drawn;
        this.decisions = decisions;
        this.words = words;
        this.cases = cases;
        this.caseDetails = caseDetails;
        this.processTrends = processTrends;
    }

    @GetMapping("/processes")
    String overview(Model model) {
        var cards = cards();
        model.addAttribute("processes", cards);
        model.addAttribute("called", called(cards));
        model.addAttribute(
                "decisions", decisions.all().stream().map(words::read).toList());
        return "workflow/processes";
    }

    /** Only the parts that are updated live. */
    @GetMapping("/processes/live")
    String live(@RequestParam(required = false) @Nullable String process, Model model) {
        var cards = cards();
        model.addAttribute(
                "processes",
                cards.stream()
                        .filter(c -> process == null || c.id().equals(process))
                        .toList());
        model.addAttribute("called", called(cards));
        return "workflow/processes :: live";
    }

    @GetMapping("/processes/{process}")
    String process(
            @PathVariable String process,
            @RequestParam(required = false) @Nullable String step,
            CaseFilter filter,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var cards = cards();
        var card = cards.stream()
                .filter(c -> c.id().equals(process))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("process.not-found", process));
        model.addAttribute("process", card);
        model.addAttribute("called", called(cards));
        var at = card.steps().stream().filter(s -> s.id().equals(step)).findFirst();
        if (step != null && at.isPresent()) {
            var found = cases.at(process, step, filter.toFilter(), Math.max(0, page) * SIZE, SIZE);
            model.addAttribute("step", at.get());
            model.addAttribute("filter", filter);
            model.addAttribute("cases", found);
            model.addAttribute(
                    "caseDetails",
                    caseDetails.of(
                            process,
                            found.stream()
                                    .map(Cases.Case::key)
                                    .filter(Objects::nonNull)
                                    .toList()));
            model.addAttribute("total", cases.count(process, step, filter.toFilter()));
            model.addAttribute("page", Math.max(0, page));
            model.addAttribute("size", SIZE);
        } else {
            model.addAttribute("trend", processTrends.of(process));
        }
        return "workflow/process";
    }

    /** Localized for display; the original file is {@link #diagram}. */
    @GetMapping(path = "/processes/{process}/map.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String map(@PathVariable String process, Locale reader) {
        return drawn.of(process, reader);
    }

    @GetMapping(path = "/processes/{process}/diagram.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String diagram(@PathVariable String process) {
        return monitor.diagram(process);
    }

    /** The called processes, by the id of the caller. */
    private static Map<String, List<ProcessCard>> called(List<ProcessCard> cards) {
        return cards.stream()
                .filter(card -> card.calledBy() != null)
                .collect(Collectors.groupingBy(card -> String.valueOf(card.calledBy())));
    }

    private List<ProcessCard> cards() {
        return monitor.all().stream().map(p -> ProcessCard.of(p, marks)).toList();
    }
}
