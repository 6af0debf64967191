package jp.otodoke.staff;

import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who acts right now. */
@Component
public class CurrentStaff {
    /** What the machine does by itself is done by this one. */
    public static final String SYSTEM = "system";

    /** The user's name, the API client's, or {@link #SYSTEM}. */
    public String name() {
        return who().map(Authentication::getName).orElse(SYSTEM);
    }

    /** Nobody asked: a job, a process, a file that came in. A stranger from outside is not the machine. */
    public boolean isMachine() {
        return SecurityContextHolder.getContext().getAuthentication() == null;
    }

    public boolean may(Permission permission) {
        return who().stream()
                .flatMap(who -> who.getAuthorities().stream())
                .anyMatch(authority -> permission.name().equals(authority.getAuthority()));
    }

    private static Optional<Authentication> who() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(who -> !(who instanceof AnonymousAuthenticationToken));
    }
}
