package jp.otodoke.platform.personal;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Whether the current user may see personal data right now; templates use it as {@code @personal}. */
@Component("personal")
public class PersonalView {
    /** Session attribute: until when (an {@link Instant}) everything is shown, after a reason was given. */
    public static final String REVEALED_UNTIL = "personal.revealed-until";

    private static final String MASKED = PersonalView.class.getName() + ".masked";

    private final BusinessClock clock;
    private final ThreadLocal<@Nullable Set<Personal.Whose>> kept = new ThreadLocal<>();

    PersonalView(BusinessClock clock) {
        this.clock = clock;
    }

    /**
     * By the permissions of the user or API client, or because a reason was given; the system itself sees
     * everything.
     */
    public boolean may(Personal.Whose whose) {
        var visible = kept.get();
        if (visible != null) {
            return visible.contains(whose);
        }
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || holds(who, whose.permission()) || revealedUntil() != null;
    }

    /** Customer data in code without annotated records: raw messages, files. */
    public boolean may() {
        return may(Personal.Whose.CUSTOMER);
    }

    /** A snapshot of what may be seen now, for work that continues in another thread after the request. */
    public Set<Personal.Whose> visible() {
        return Arrays.stream(Personal.Whose.values()).filter(this::may).collect(toUnmodifiableSet());
    }

    /** Runs something with the view of the user who asked for it. */
    public void runWith(Set<Personal.Whose> visible, Work work) throws IOException {
        kept.set(visible);
        try {
            work.run();
        } finally {
            kept.remove();
        }
    }

    /** Writes something. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    /** Whether this user may see it after giving a reason. */
    public boolean revealable() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && holds(who, "PERSONAL_REVEAL");
    }

    /** Until when everything is shown in this session; null if nothing is revealed. */
    public @Nullable Instant revealedUntil() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(REVEALED_UNTIL, RequestAttributes.SCOPE_SESSION)
                                instanceof Instant until
                        && clock.instant().isBefore(until)
                ? until
                : null;
    }

    /** Whether anything on this page has been masked so far. */
    public boolean masked() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(MASKED, RequestAttributes.SCOPE_REQUEST) != null;
    }

    /** The value itself, or masked. */
    @Nullable
    Object show(Personal personal, @Nullable Object value) {
        if (value == null || may(personal.of())) {
            return value;
        }
        noteMasked();
        return Masking.value(personal.value(), value);
    }

    /** A customer's name, for composed text. */
    public @Nullable String name(@Nullable String name) {
        return name(Personal.Whose.CUSTOMER, name);
    }

    public @Nullable String name(Personal.Whose whose, @Nullable String name) {
        return visible(whose) ? name : Masking.name(name);
    }

    public @Nullable String phone(@Nullable String phone) {
        return visible(Personal.Whose.CUSTOMER) ? phone : Masking.phone(phone);
    }

    private boolean visible(Personal.Whose whose) {
        if (may(whose)) {
            return true;
        }
        noteMasked();
        return false;
    }

    /** For code that masks by itself: makes the page offer to reveal. */
    public void noteMasked() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(MASKED, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    private static boolean holds(Authentication who, String permission) {
        return who.getAuthorities().stream().anyMatch(a -> permission.equals(a.getAuthority()));
    }
}
