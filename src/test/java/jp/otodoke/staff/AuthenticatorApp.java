package jp.otodoke.staff;

import java.time.Instant;
import java.util.List;

/** The app on somebody's phone, for tests of other packages. */
public final class AuthenticatorApp {
    private AuthenticatorApp() {}

    /** Sets up the second factor of a user; ends all of the user's sessions. */
    public static List<String> setUp(SecondFactor second, StaffUser user) {
        var offer = second.offer(user);
        return second.begin(
                user.username(), offer.sealed(), Totp.code(offer.typed().replace(" ", ""), Instant.now()));
    }
}
