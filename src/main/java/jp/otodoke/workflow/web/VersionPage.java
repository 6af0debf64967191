package jp.otodoke.workflow.web;

import java.util.Locale;
import jp.otodoke.shared.Refusal;
import jp.otodoke.workflow.MoveCasesToVersion;
import jp.otodoke.workflow.PreviewVersionMove;
import jp.otodoke.workflow.Versions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The versions of a process, and the migration of running cases to the latest. */
@Controller
class VersionPage {
    private final Versions versions;
    private final PreviewVersionMove previewVersionMove;
    private final MoveCasesToVersion moveCasesToVersion;

    VersionPage(Versions versions, PreviewVersionMove previewVersionMove, MoveCasesToVersion moveCasesToVersion) {
        this.versions = versions;
        this.previewVersionMove = previewVersionMove;
        this.moveCasesToVersion = moveCasesToVersion;
    }

    @GetMapping("/processes/{process}/versions")
    String list(@PathVariable String process, Model model) {
        var all = versions.of(process);
        if (all.isEmpty()) {
            throw Refusal.notFound("process.not-found", process);
        }
        model.addAttribute("process", process);
        model.addAttribute("versions", all);
        model.addAttribute("moves", versions.moves(process));
        return "workflow/versions";
    }

    @GetMapping("/processes/{process}/versions/{number}/move")
    String preview(@PathVariable String process, @PathVariable int number, Model model) {
        var all = versions.of(process);
        var from = all.stream()
                .filter(v -> v.number() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("versions.not-found", process, number));
        var to = all.get(0);
        if (from.equals(to)) {
            throw Refusal.invalid("versions.newest");
        }
        var groups = previewVersionMove.of(from.definition(), to.definition());
        model.addAttribute("process", process);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("groups", groups);
        model.addAttribute(
                "movable",
                groups.stream()
                        .filter(g -> g.obstacle() == null)
                        .mapToLong(PreviewVersionMove.Group::cases)
                        .sum());
        model.addAttribute(
                "stay",
                groups.stream()
                        .filter(g -> g.obstacle() != null)
                        .mapToLong(PreviewVersionMove.Group::cases)
                        .sum());
        return "workflow/version-preview";
    }

    @PostMapping("/processes/{process}/versions/{number}/move")
    String start(@PathVariable String process, @PathVariable int number, RedirectAttributes flash, Locale locale) {
        try {
            return "redirect:/processes/" + process + "/moves/" + moveCasesToVersion.start(process, number);
        } catch (Refusal no) {
            flash.addFlashAttribute("refused", no.words().in(locale));
            return "redirect:/processes/" + process + "/versions";
        }
    }

    @GetMapping("/processes/{process}/moves/{id}")
    String progress(@PathVariable String process, @PathVariable long id, Model model) {
        model.addAttribute("process", process);
        model.addAttribute(
                "move", versions.move(id).orElseThrow(() -> Refusal.notFound("versions.move.not-found", id)));
        model.addAttribute("left", versions.left(id));
        return "workflow/version-move";
    }
}
