package jp.otodoke.dunning.web;

import java.io.IOException;
import jp.otodoke.dunning.DunningStepKind;
import jp.otodoke.dunning.TryDunningPolicy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Tries a draft of the policy on the cases of the last month. */
@Controller
class DunningPolicyPage {
    private final TryDunningPolicy tryPolicy;

    DunningPolicyPage(TryDunningPolicy tryPolicy) {
        this.tryPolicy = tryPolicy;
    }

    @GetMapping("/dunning/policy")
    String show() {
        return "dunning/policy";
    }

    /** Shows what the draft would have planned; a second try takes another upload. */
    @PostMapping("/dunning/policy")
    String tried(@RequestParam MultipartFile file, Model model) throws IOException {
        model.addAttribute("trial", tryPolicy.tried(file.getBytes()));
        model.addAttribute("name", String.valueOf(file.getOriginalFilename()));
        model.addAttribute("kinds", DunningStepKind.values());
        return "dunning/policy";
    }
}
