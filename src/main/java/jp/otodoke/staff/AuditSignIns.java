package jp.otodoke.staff;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records sign-ins, sign-outs and failed attempts in the audit trail. */
@Component
class AuditSignIns {
    private static final int LONGEST_NAME = 60;

    private final AuditTrail audit;
    private final StaffUsers users;
    private final LoginThrottle throttle;

    AuditSignIns(AuditTrail audit, StaffUsers users, LoginThrottle throttle) {
        this.audit = audit;
        this.users = users;
        this.throttle = throttle;
    }

    @EventListener
    @Transactional
    public void on(InteractiveAuthenticationSuccessEvent event) {
        var name = event.getAuthentication().getName();
        users.signedIn(name);
        throttle.passed(LoginThrottle.account(name));
        audit.recordFor(name, "signed-in", name, address(event.getAuthentication()));
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
        var address = address(event.getAuthentication());
        throttle.failed(LoginThrottle.account(name), LoginThrottle.ACCOUNT);
        throttle.failed(LoginThrottle.address(address), LoginThrottle.ADDRESS);
        audit.recordFor(CurrentStaff.SYSTEM, "sign-in-refused", name, address);
    }

    private static String address(Authentication who) {
        return who.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
    }
}
