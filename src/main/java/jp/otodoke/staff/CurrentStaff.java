package jp.otodoke.staff;

import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is acting right now. */
@Component
public class CurrentStaff {
    /** The name under which the system acts by itself. */
    public static final String SYSTEM = "system";

    /** The user name, the name of the API client, or {@link #SYSTEM}. */
    public String name() {
        return who().map(Authentication::getName).orElse(SYSTEM);
    }

    /** No user is involved: a job, a process, an incoming file. An anonymous request is not the system. */
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
