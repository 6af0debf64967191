package jp.otodoke.desk.inbox;

import java.util.List;
import jp.otodoke.inbox.Skills;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.platform.web.FlashMessages;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.AuditTrail;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import jp.otodoke.staff.StaffUser;
import jp.otodoke.staff.StaffUsers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The kinds of task that a person handles: chosen by the person, or for a colleague by whoever is responsible for
 * the work.
 */
@Controller
class SkillPage {
    private final Skills skills;
    private final StaffUsers users;
    private final AuditTrail audit;
    private final PageFrame pageFrame;
    private final CurrentStaff staff;
    private final FlashMessages flashMessages;

    SkillPage(
            Skills skills,
            StaffUsers users,
            AuditTrail audit,
            PageFrame pageFrame,
            CurrentStaff staff,
            FlashMessages flashMessages) {
        this.skills = skills;
        this.users = users;
        this.audit = audit;
        this.pageFrame = pageFrame;
        this.staff = staff;
        this.flashMessages = flashMessages;
    }

    @GetMapping("/inbox/skills")
    String show(@RequestParam(required = false) @Nullable String who, Model model) {
        var person = person(who);
        model.addAttribute("person", person);
        model.addAttribute("kinds", kinds(person));
        model.addAttribute("chosen", skills.of(person.username()));
        model.addAttribute(
                "colleagues",
                manages() ? users.all().stream().filter(StaffUser::active).toList() : List.of());
        return "desk/inbox-skills";
    }

    @PostMapping("/inbox/skills")
    String choose(
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(defaultValue = "") List<String> types,
            RedirectAttributes flash) {
        var person = person(who);
        var known = kinds(person);
        var chosen = types.stream().filter(known::contains).toList();
        // Selecting all is the same as selecting none, so that kinds added later are included.
        skills.choose(person.username(), chosen.size() == known.size() ? List.of() : chosen);
        audit.record("skills-chosen", person.username(), String.join(",", chosen));
        flash.addFlashAttribute("done", flashMessages.text("inbox.skills.saved"));
        return "redirect:/inbox/skills" + (who == null ? "" : "?who=" + person.username());
    }

    private StaffUser person(@Nullable String who) {
        var name = who == null || !manages() ? pageFrame.user() : who;
        return users.find(name).orElseThrow(() -> Refusal.notFound("inbox.skills.nobody", name));
    }

    private List<String> kinds(StaffUser person) {
        return skills.kinds(
                StaffGroup.ofWork(person.roles()).stream().map(StaffGroup::code).toList());
    }

    private boolean manages() {
        return staff.may(Permission.WORK_TASKS) && staff.may(Permission.OPERATIONS);
    }
}
