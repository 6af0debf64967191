package jp.otodoke.staff;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Coming, going and knocking in vain are part of the audit trail. */
@Component
class AuditSignIns {
    private static final int LONGEST_NAME = 60;

    private final AuditTrail audit;

    AuditSignIns(AuditTrail audit) {
        this.audit = audit;
    }

    @EventListener
    @Transactional
    public void on(InteractiveAuthenticationSuccessEvent event) {
        var name = event.getAuthentication().getName();
        audit.recordFor(name, "signed-in", name, "");
    }

    @EventListener
    @Transactional
    public void on(LogoutSuccessEvent event) {
        var name = event.getAuthentication().getName();
        audit.recordFor(name, "signed-out", name, "");
    }

    @EventListener
    @Transactional
    public void on(AbstractAuthenticationFailureEvent event) {
        var tried = event.getAuthentication().getName();
        var name = tried.substring(0, Math.min(LONGEST_NAME, tried.length()));
        audit.recordFor(
                CurrentStaff.SYSTEM,
                "sign-in-refused",
                name,
                event.getException().getClass().getSimpleName());
    }
}
