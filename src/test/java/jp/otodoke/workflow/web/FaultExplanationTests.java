package jp.otodoke.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import jp.otodoke.ModuleTest;
import jp.otodoke.staff.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

@ModuleTest
class FaultExplanationTests {
    private static final String FAULT =
            "java.time.format.DateTimeParseException: Text '山田花子 03-1234-5678' could not be parsed";

    private final FaultExplanation faultExplanation;

    @Autowired
    FaultExplanationTests(FaultExplanation faultExplanation) {
        this.faultExplanation = faultExplanation;
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aFaultShowsNothingPersonalToWhoeverMayNotSeeIt() {
        signIn("PROCESS_VIEW");

        assertThat(shown()).contains("DateTimeParseException").doesNotContain("山田", "1234-5678");
    }

    @Test
    void whoeverMaySeePersonalDataSeesTheFaultAsItIs() {
        signIn(Permission.PERSONAL_VIEW.name());

        assertThat(shown()).isEqualTo(FAULT);
    }

    private String shown() {
        return faultExplanation
                .words("order", "check-order", FAULT, Locale.JAPANESE)
                .trace();
    }

    private static void signIn(String permission) {
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        "somebody", "", AuthorityUtils.createAuthorityList(permission)));
    }
}
